package app.linden.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.ui.Fx;
import app.linden.ui.Pretend;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Signing in by keyboard: refused, then taken; pictures in {@code target/screens}. */
class SignInTest {
    private final Pretend accounts = new Pretend();
    private boolean done;

    @AfterEach
    void close() {
        Fx.closeAll();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRefusalIsOneSentenceAndASecondTryWorks(boolean dark) {
        var look = Fx.look(dark);
        Stage owner =
                Fx.on(() -> {
                    Stage stage = new Stage();
                    stage.setScene(new Scene(new Pane(), 700, 700));
                    stage.show();
                    new SignIn(accounts, look).show(stage, () -> done = true);
                    return stage;
                });
        Scene scene = Fx.on(() -> Fx.topWindow().getScene());
        String shade = dark ? "-dark" : "-light";
        Fx.picture(scene, "sign-in" + shade);
        Fx.type("anna@example.org");
        assertEquals("anna@example.org", Fx.on(() -> ((TextField) Fx.find("#name")).getText()));
        assertTrue(Fx.on(() -> Fx.find("#connect").isDisabled()));
        Fx.click("#password");
        Fx.type("secret");
        Fx.keys(KeyCode.ENTER);
        Fx.picture(scene, "sign-in-busy" + shade);
        CompletableFuture<Void> refused = accounts.answer;
        accounts.answer = new CompletableFuture<>();
        refused.completeExceptionally(
                new Problem(
                        Problem.Kind.SIGN_IN,
                        "calendar.example.org does not know this name with this password."));
        Label failure = (Label) Fx.find("#start-failure");
        Fx.until("the sentence", failure::isVisible);
        Fx.picture(scene, "sign-in-refused" + shade);
        Fx.keys(KeyCode.CONTROL, KeyCode.A);
        Fx.type("other");
        Fx.click("#connect");
        accounts.answer.complete(null);
        Fx.until("closed", () -> Fx.topWindow() == owner);

        assertTrue(done);
        assertEquals(
                List.of(
                        "anna@example.org anna@example.org secret",
                        "anna@example.org anna@example.org other"),
                accounts.asked);
    }

    @Test
    void aForgottenPasswordIsAskedForByNameAndServer() {
        var look = Fx.look(false);
        Fx.run(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Pane(), 700, 700));
            stage.show();
            new SignIn(accounts, look).show(stage, () -> done = true);
        });
        Fx.click("#forgot");
        Label failure = (Label) Fx.find("#start-failure");
        Fx.until("who?", () -> failure.isVisible() && failure.getText().startsWith("Please give"));
        assertEquals(List.of(), accounts.asked);
        Fx.click("#address");
        Fx.type("anna@example.org");
        accounts.answer.complete(null);
        Fx.click("#forgot");
        Label note = (Label) Fx.find("#start-note");
        Fx.until("sent", () -> note.getText().startsWith("If this account has"));
        assertFalse(Fx.on(failure::isVisible));
        assertEquals(List.of("forgot anna@example.org anna@example.org"), accounts.asked);
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "sign-in-forgot");
        assertFalse(done);
    }
}
