package app.linden.ui.start;

import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.Files;
import app.linden.calendar.port.OwnAccount;
import app.linden.calendar.port.OwnDevice;
import app.linden.calendar.port.OwnEmail;
import app.linden.calendar.port.SignedIn;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Question;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.kordamp.ikonli.feather.Feather;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One's account at a server: its devices, its password, its data, its end. Lives on JavaFX's
 * thread.
 */
final class OwnPanel {
    private final SignedIn signIn;
    private final OwnAccount own;
    private final Files files;
    private final ZoneId zone;
    private final Look look;
    private final VBox devices = new VBox();
    private final Label failure = DialogParts.sentence("start-failure", "");
    private final Label said = DialogParts.sentence("start-said", "");
    private final Button save = act("own-save", Feather.DOWNLOAD, "own.save");
    private final Button email = act("own-email", Feather.MAIL, "own.email");
    private OwnEmail known = new OwnEmail("", false, false);
    private final Button password = act("own-password", Feather.LOCK, "own.password");
    private final Button delete = act("own-delete", Feather.TRASH_2, "own.delete");

    OwnPanel(Accounts accounts, SignedIn signIn, Files files, ZoneId zone, Look look) {
        this.signIn = signIn;
        this.own = accounts.own(signIn.id());
        this.files = files;
        this.zone = zone;
        this.look = look;
    }

    /**
     * Opens it.
     *
     * @param gone called when the account is no more
     */
    void show(Window owner, Runnable gone) {
        devices.getStyleClass().add("own-devices");
        ScrollPane scroll = new ScrollPane(devices);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("own-scroll");
        Label heading = new Label(Texts.text("own.devices"));
        heading.getStyleClass().add("own-heading");
        VBox acts = new VBox(email, password, save, delete);
        acts.getStyleClass().add("own-acts");
        VBox panel =
                new VBox(
                        Rows.title(signIn.username()),
                        DialogParts.sentence("start-why", server(signIn)),
                        heading,
                        scroll,
                        acts,
                        said,
                        failure);
        panel.getStyleClass().addAll("start", "own");
        Stage stage = DialogWindow.modal(owner, look, Texts.text("own.title"), panel, "start.css");
        panel.getChildren()
                .add(
                        Rows.buttons(
                                Rows.main("own-close", Texts.text("action.close"), stage::close)));
        email.setOnAction(e -> changeEmail(stage));
        password.setOnAction(e -> changePassword(stage));
        save.setOnAction(e -> save(stage));
        delete.setOnAction(e -> delete(stage, gone));
        email.setVisible(false);
        email.managedProperty().bind(email.visibleProperty());
        DialogParts.say(said, Texts.text("start.working"));
        enable(false);
        DialogWindow.showCentered(stage);
        ask(stage, "");
        askEmail(stage);
    }

    static String server(SignedIn signIn) {
        return signIn.server().replaceFirst("^https?://", "");
    }

    private static Button act(String id, Feather icon, String key) {
        Button button = new Button(Texts.text(key), Icons.icon(icon));
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        return button;
    }

    private void enable(boolean is) {
        List.of(password, save, delete).forEach(b -> b.setDisable(!is));
    }

    /** Asks for the devices anew, and says something when they are here. */
    private void ask(Stage stage, String words) {
        run(
                stage,
                own.devices(),
                list -> {
                    enable(true);
                    DialogParts.say(said, words);
                    draw(stage, list);
                });
    }

    /** Only where the server sends mail. */
    private void askEmail(Stage stage) {
        run(
                stage,
                own.email(),
                now -> {
                    known = now;
                    email.setDisable(false);
                    email.setVisible(now.offered());
                    email.setText(
                            now.address().isEmpty()
                                    ? Texts.text("own.email")
                                    : Texts.text(
                                            now.confirmed()
                                                    ? "own.email-confirmed"
                                                    : "own.email-unconfirmed",
                                            now.address()));
                    stage.sizeToScene();
                });
    }

    private void changeEmail(Stage stage) {
        PasswordDialog dialog =
                new PasswordDialog(
                                look, "own.email-title", "own.email-why", PasswordDialog.Asks.EMAIL)
                        .with(known.address());
        dialog.show(
                stage,
                "own.email-act",
                () -> own.setEmail(dialog.password(), dialog.email()),
                done -> {
                    DialogParts.say(
                            said,
                            dialog.email().isEmpty()
                                    ? Texts.text("own.email-gone")
                                    : Texts.text("own.email-sent", dialog.email()));
                    askEmail(stage);
                });
    }

    private void draw(Stage stage, List<OwnDevice> list) {
        devices.getChildren().setAll(list.stream().map(d -> row(stage, d)).toList());
        if (list.isEmpty()) {
            devices.getChildren()
                    .add(DialogParts.sentence("start-why", Texts.text("own.no-devices")));
        }
        stage.sizeToScene();
    }

    private Node row(Stage stage, OwnDevice device) {
        Label name = new Label(device.name());
        name.getStyleClass().add("first-name");
        LocalDateTime used = LocalDateTime.ofInstant(device.used(), zone);
        Label when =
                new Label(
                        device.current()
                                ? Texts.text("own.this-device")
                                : Texts.text(
                                        "own.used",
                                        Dates.date(used.toLocalDate()),
                                        Dates.time(used.toLocalTime())));
        when.getStyleClass().add("first-why");
        VBox words = new VBox(name, when);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(Icons.icon(Feather.MONITOR), words);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("accounts-row");
        if (!device.current()) {
            Button out = new Button(Texts.text("accounts.sign-out"));
            out.getStyleClass().add("own-end");
            out.setMinWidth(Region.USE_PREF_SIZE);
            out.setAccessibleText(Texts.text("own.end-device", device.name()));
            out.setOnAction(e ->
                    Question.ask(
                            stage,
                            look,
                            Texts.text("own.end-device", device.name()),
                            Texts.text("own.end-what"),
                            List.of(
                                    new Question.Answer(
                                            Texts.text("accounts.sign-out"),
                                            "accent",
                                            () ->
                                                    run(
                                                            stage,
                                                            own.endDevice(device.id()),
                                                            done -> ask(stage, ""))))));
            row.getChildren().add(out);
        }
        return row;
    }

    private void changePassword(Stage stage) {
        PasswordDialog dialog =
                new PasswordDialog(
                        look,
                        "own.password-title",
                        "own.password-why",
                        PasswordDialog.Asks.ANOTHER);
        dialog.show(
                stage,
                "own.password-act",
                () -> own.changePassword(dialog.password(), dialog.newPassword()),
                done -> ask(stage, Texts.text("own.password-done")));
    }

    private void save(Stage stage) {
        String name = "linden-" + signIn.username().replaceAll("[^\\p{L}\\p{N}._-]", "-");
        files.chooseWhereToSaveArchive(name + ".zip")
                .ifPresent(file -> {
                    DialogParts.say(said, Texts.text("own.saving"));
                    stage.sizeToScene();
                    run(
                            stage,
                            own.export(file),
                            done -> {
                                DialogParts.say(said, Texts.text("own.saved", file.getFileName()));
                                stage.sizeToScene();
                            });
                });
    }

    private void delete(Stage stage, Runnable gone) {
        PasswordDialog dialog =
                new PasswordDialog(
                        look, "own.delete-title", "own.delete-why", PasswordDialog.Asks.PASSWORD);
        dialog.show(
                stage,
                "own.delete-act",
                () -> own.delete(dialog.password(), false),
                left -> {
                    if (left.isEmpty()) {
                        stage.close();
                        gone.run();
                    } else {
                        giveUp(stage, dialog.password(), left, gone);
                    }
                });
    }

    /** Nothing is deleted yet: others would lose what only this person manages. */
    private void giveUp(Stage stage, String given, List<String> left, Runnable gone) {
        String names = String.join(", ", left.stream().map(n -> "“" + n + "”").toList());
        Question.ask(
                stage,
                look,
                Texts.text("own.last-title", left.size()),
                Texts.text("own.last-why", names),
                List.of(
                        new Question.Answer(Texts.text("own.last-keep"), "accent", () -> {}),
                        new Question.Answer(
                                Texts.text("own.last-delete", left.size()),
                                "danger",
                                () ->
                                        run(
                                                stage,
                                                own.delete(given, true),
                                                done -> {
                                                    stage.close();
                                                    gone.run();
                                                }))));
    }

    private <T> void run(Stage stage, CompletableFuture<T> command, Consumer<? super T> done) {
        DialogParts.say(failure, "");
        FxRelay.after(
                command,
                done,
                error -> {
                    DialogParts.say(said, "");
                    DialogParts.say(failure, Sentences.of(error));
                    stage.sizeToScene();
                });
    }
}
