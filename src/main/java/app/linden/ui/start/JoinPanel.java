package app.linden.ui.start;

import app.linden.calendar.port.Accounts;
import app.linden.calendar.port.Invitation;
import app.linden.calendar.port.SignedIn;
import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * The panel in which somebody pastes the link of an invitation, sees what it offers, and accepts it
 * with an account that is here, is elsewhere, or is made now. Lives on JavaFX's thread.
 */
public final class JoinPanel {
    private final Accounts accounts;
    private final Look look;
    private final TextField link = new TextField();
    private final VBox fields = new VBox();
    private final VBox ways = new VBox();
    private final Label offered = DialogParts.sentence("join-offer", "");
    private final Button ask = new Button(Texts.text("join.look"));
    private final Sending sending = new Sending(ask, fields);

    public JoinPanel(Accounts accounts, Look look) {
        this.accounts = accounts;
        this.look = look;
    }

    /** With the link that the person opened elsewhere, which is looked at at once. */
    public JoinPanel with(String opened) {
        link.setText(opened);
        return this;
    }

    /**
     * @param done called when it was accepted
     */
    public void show(Window owner, Runnable done) {
        link.setId("join-link");
        link.setPromptText("https://…/invite/…");
        ask.setId("join-look");
        fields.getStyleClass().add("start-fields");
        fields.getChildren().setAll(DialogParts.field(Texts.text("join.link"), link));
        ways.getStyleClass().add("join-ways");
        VBox panel =
                new VBox(
                        Rows.title(Texts.text("join.title")),
                        DialogParts.sentence("start-why", Texts.text("join.why")),
                        fields,
                        offered,
                        ways,
                        sending.failure,
                        sending.buttons);
        panel.getStyleClass().add("start");
        Stage stage = DialogWindow.modal(owner, look, Texts.text("join.title"), panel, "start.css");
        ask.disableProperty()
                .bind(
                        sending.busy()
                                .or(
                                        Bindings.createBooleanBinding(
                                                () -> link.getText().isBlank(),
                                                link.textProperty())));
        link.textProperty().addListener(o -> offer(stage, null, done));
        ask.setOnAction(e ->
                sending.run(
                        stage,
                        accounts.invitation(link.getText()),
                        offer -> offer(stage, offer, done)));
        DialogWindow.showCentered(stage);
        link.requestFocus();
        if (!link.getText().isBlank()) {
            ask.fire();
        }
    }

    private void offer(Stage stage, @Nullable Invitation offer, Runnable done) {
        ways.getChildren().clear();
        ask.setVisible(offer == null);
        ask.setManaged(offer == null);
        DialogParts.say(offered, offer == null ? "" : words(offer));
        if (offer != null) {
            Runnable over =
                    () -> {
                        stage.close();
                        done.run();
                    };
            for (SignedIn here : accounts.signIns()) {
                if (sameServer(here.server(), offer.server())) {
                    way(
                            "join-here",
                            Texts.text("join.here", here.username()),
                            () -> accept(stage, here, offer, over));
                }
            }
            if (offer.mayRegister()) {
                way(
                        "join-new",
                        Texts.text("join.new"),
                        () -> new CreateAccount(accounts, look).by(offer).show(stage, over));
            }
            way("join-sign-in", Texts.text("join.sign-in"), () -> signIn(stage, offer, over));
            ways.getChildren().getFirst().requestFocus();
        }
        stage.sizeToScene();
    }

    private void accept(Stage stage, SignedIn here, Invitation offer, Runnable over) {
        sending.run(stage, accounts.accept(here.id(), offer.link()), accepted -> over.run());
    }

    private void signIn(Stage stage, Invitation offer, Runnable over) {
        new SignIn(accounts, look)
                .at(offer.server())
                .show(
                        stage,
                        () ->
                                accounts.signIns().stream()
                                        .filter(s -> sameServer(s.server(), offer.server()))
                                        .reduce((first, last) -> last)
                                        .ifPresent(s -> accept(stage, s, offer, over)));
    }

    private void way(String id, String text, Runnable act) {
        Button button = new Button(text);
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.defaultButtonProperty().bind(button.focusedProperty());
        if (ways.getChildren().isEmpty()) {
            button.getStyleClass().add("accent");
        }
        button.setOnAction(e -> act.run());
        ways.getChildren().add(button);
    }

    static String words(Invitation offer) {
        String from = offer.from() == null ? Texts.text("join.host") : offer.from();
        if (offer.calendar() == null) {
            return Texts.text("join.offer-server", from, offer.server());
        }
        return Texts.text(
                "join.offer",
                from,
                offer.calendar(),
                Texts.text("join.role." + offer.role().name().toLowerCase(Locale.ROOT)));
    }

    /** People leave out the scheme and add a slash. */
    private static boolean sameServer(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String address) {
        String text = address.strip().toLowerCase(Locale.ROOT).replaceFirst("^https?://", "");
        String host = text.replaceFirst("/.*$", "");
        return host.substring(host.lastIndexOf('@') + 1);
    }
}
