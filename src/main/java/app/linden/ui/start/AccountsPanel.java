package app.linden.ui.start;

import app.linden.calendar.Agenda;
import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.Files;
import app.linden.calendar.port.SignedIn;
import app.linden.model.Waiting;
import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.Face;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Question;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** The accounts of this device, side by side: another one, or out of one. Of JavaFX's thread. */
public final class AccountsPanel {
    private static final int NAMED = 5;

    private final Accounts accounts;
    private final Agenda agenda;
    private final Files files;
    private final ZoneId zone;
    private final Look look;
    private final VBox list = new VBox();
    private final Label failure = DialogParts.sentence("start-failure", "");

    public AccountsPanel(Accounts accounts, Agenda agenda, Files files, ZoneId zone, Look look) {
        this.accounts = accounts;
        this.agenda = agenda;
        this.files = files;
        this.zone = zone;
        this.look = look;
    }

    public void show(Window owner) {
        Button add = new Button(Texts.text("accounts.add"));
        add.setId("accounts-add");
        list.getStyleClass().add("accounts-list");
        VBox panel =
                new VBox(
                        Rows.title(Texts.text("accounts.title")),
                        DialogParts.sentence("start-why", Texts.text("accounts.why")),
                        list,
                        failure);
        panel.getStyleClass().addAll("start", "accounts");
        Stage stage =
                DialogWindow.modal(owner, look, Texts.text("accounts.title"), panel, "start.css");
        panel.getChildren()
                .add(
                        Rows.buttons(
                                add,
                                Rows.main(
                                        "accounts-close",
                                        Texts.text("action.close"),
                                        stage::close)));
        add.setOnAction(e -> {
            stage.close();
            new FirstStart(accounts, look).add(owner);
        });
        draw(stage);
        DialogWindow.showCentered(stage);
    }

    private void draw(Stage stage) {
        list.getChildren().clear();
        for (SignedIn one : accounts.signIns()) {
            list.getChildren().add(row(stage, one));
        }
        if (list.getChildren().isEmpty()) {
            list.getChildren().add(DialogParts.sentence("start-why", Texts.text("accounts.none")));
        }
        stage.sizeToScene();
    }

    private Node row(Stage stage, SignedIn one) {
        Label name = new Label(one.username());
        name.getStyleClass().add("first-name");
        String server = OwnPanel.server(one);
        Label where =
                new Label(
                        one.unsent() == 0
                                ? server
                                : Texts.text("accounts.unsent", server, one.unsent()));
        where.getStyleClass().add("first-why");
        VBox words = new VBox(name, where);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        Button again = new Button(Texts.text("accounts.sign-in-again"));
        again.getStyleClass().addAll("accent", "sign-in-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setVisible(one.signedOut());
        again.setManaged(one.signedOut());
        again.setOnAction(
                e -> new SignIn(accounts, look).again(one).show(stage, () -> draw(stage)));
        Button manage = new Button(Texts.text("accounts.manage"));
        manage.getStyleClass().add("accounts-manage");
        manage.setMinWidth(Region.USE_PREF_SIZE);
        manage.setVisible(!one.signedOut());
        manage.setManaged(!one.signedOut());
        manage.setOnAction(
                e -> new OwnPanel(accounts, one, files, zone, look).show(stage, () -> draw(stage)));
        Button out = new Button(Texts.text("accounts.sign-out"));
        out.getStyleClass().add("sign-out");
        out.setMinWidth(Region.USE_PREF_SIZE);
        out.setOnAction(e -> ask(stage, one));
        HBox row = new HBox(new Face(one.id(), one.username()), words, again, manage, out);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("accounts-row");
        return row;
    }

    /** What the server does not have is named before anything happens. */
    private void ask(Stage stage, SignedIn one) {
        List<Waiting> unsent = agenda.unsentOf(one.id());
        List<Question.Answer> answers = new ArrayList<>();
        if (!unsent.isEmpty()) {
            answers.add(
                    new Question.Answer(
                            Texts.text("accounts.send-first"), "accent", accounts::syncNow));
        }
        answers.add(
                new Question.Answer(
                        Texts.text(
                                unsent.isEmpty()
                                        ? "accounts.sign-out"
                                        : "accounts.sign-out-anyway"),
                        unsent.isEmpty() ? "accent" : "danger",
                        () -> run(stage, accounts.signOut(one.id()))));
        Question.ask(
                stage,
                look,
                Texts.text("accounts.question", one.username()),
                unsent.isEmpty()
                        ? Texts.text("accounts.what")
                        : Texts.text("accounts.what-unsent", unsent.size(), named(unsent)),
                answers);
    }

    private static String named(List<Waiting> unsent) {
        String names =
                unsent.stream()
                        .map(Waiting::title)
                        .map(t -> t.isBlank() ? Texts.text("event.untitled") : t)
                        .distinct()
                        .limit(NAMED)
                        .map(t -> "“" + t + "”")
                        .collect(Collectors.joining(", "));
        return unsent.size() > NAMED ? names + " …" : names;
    }

    private void run(Stage stage, CompletableFuture<Void> command) {
        DialogParts.say(failure, "");
        FxRelay.after(
                command,
                done -> draw(stage),
                error -> {
                    DialogParts.say(failure, Sentences.of(error));
                    stage.sizeToScene();
                });
    }
}
