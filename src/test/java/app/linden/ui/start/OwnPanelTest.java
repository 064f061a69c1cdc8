package app.linden.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.calendar.port.OwnDevice;
import app.linden.calendar.port.SignedIn;
import app.linden.ui.Fx;
import app.linden.ui.Pretend;
import app.linden.ui.kit.Look;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** One's account at a server, by mouse and keyboard; pictures in {@code target/screens}. */
class OwnPanelTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @TempDir private Path folder;
    private final Pretend accounts = new Pretend();
    private final SignedIn anna = new SignedIn("login", "https://linden.example", "anna", 0, false);
    private boolean gone;

    private void open(boolean dark) {
        accounts.own.list.add(new OwnDevice("d1", "anna-laptop, Linux", Instant.EPOCH, true));
        accounts.own.list.add(
                new OwnDevice("d2", "phone", Instant.parse("2026-11-20T17:05:00Z"), false));
        Look look = Fx.look(dark);
        Fx.run(() -> {
            Stage owner = new Stage();
            owner.setScene(new Scene(new StackPane(), 700, 700));
            owner.show();
            new OwnPanel(accounts, anna, new Chosen(folder), ZONE, look)
                    .show(owner, () -> gone = true);
        });
        Fx.until("the devices", () -> in(".own-end") != null);
        Fx.pulses(3);
    }

    @AfterEach
    void close() {
        Fx.closeAll();
    }

    private static Node in(String selector) {
        return Fx.on(() -> Fx.topWindow().getScene().getRoot().lookup(selector));
    }

    private static String text(String selector) {
        return Fx.on(() -> in(selector) instanceof Labeled l && l.isVisible() ? l.getText() : "");
    }

    private static void picture(String name) {
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), name);
    }

    private static void answer(int which) {
        List<Node> answers =
                Fx.on(() -> List.copyOf(Fx.topWindow().getScene().getRoot().lookupAll(".button")));
        Fx.click(answers.get(which));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anotherDeviceIsSignedOut(boolean dark) {
        open(dark);
        picture("own-" + (dark ? "dark" : "light"));
        Fx.click(in(".own-end"));
        Fx.until("the question", () -> text(".question-title").contains("phone"));
        answer(0);
        Fx.until("gone", () -> in(".own-devices") != null && in(".own-end") == null);
        assertEquals(List.of("end d2"), accounts.asked);
    }

    @Test
    void thePasswordIsChangedByKeyboard() {
        open(false);
        Fx.click(in("#own-password"));
        Fx.until("asked", () -> in("#old-password") != null);
        assertTrue(Fx.on(() -> in("#password-act").isDisabled()));
        Fx.type("wrong horse");
        Fx.keys(KeyCode.TAB);
        Fx.type("fresh horse");
        picture("own-change-password");
        Fx.keys(KeyCode.ENTER);
        Fx.until("why not", () -> text("#start-failure").contains("does not accept"));
        Fx.click(in("#old-password"));
        Fx.keys(KeyCode.END);
        for (int i = 0; i < "wrong horse".length(); i++) {
            Fx.keys(KeyCode.BACK_SPACE);
        }
        Fx.type("correct horse");
        Fx.keys(KeyCode.ENTER);
        Fx.until("done", () -> accounts.asked.contains("password fresh horse"));
        Fx.until("said", () -> text("#start-said").startsWith("The password is changed"));
    }

    @Test
    void anotherAddressIsGiven() {
        open(false);
        Fx.until(
                "the address", () -> text("#own-email").equals("E-mail address: anna@example.org"));
        Fx.click(in("#own-email"));
        Fx.until("asked", () -> in("#email") != null);
        Fx.keys(KeyCode.END);
        Fx.type(".de");
        Fx.keys(KeyCode.TAB);
        Fx.type("correct horse");
        picture("own-email");
        Fx.keys(KeyCode.ENTER);
        Fx.until("sent", () -> text("#own-email").endsWith("not confirmed yet"));
        assertEquals(List.of("email anna@example.org.de"), accounts.asked);
    }

    @Test
    void theDataIsSaved() {
        open(false);
        Fx.click(in("#own-save"));
        Fx.until("saved", () -> accounts.asked.contains("export linden-anna.zip"));
    }

    @Test
    void whatOthersWouldLoseIsNamedBeforeAnAccountGoes() {
        open(false);
        accounts.own.onlyTheirs = List.of("Garden", "Choir");
        Fx.click(in("#own-delete"));
        Fx.until("asked", () -> in("#old-password") != null);
        Fx.type("correct horse");
        picture("own-delete");
        Fx.keys(KeyCode.ENTER);
        Fx.until("named", () -> text(".question-detail").contains("“Garden”, “Choir”"));
        picture("own-last-manager");
        assertFalse(gone);
        answer(1);
        Fx.until("gone", () -> gone);
        assertEquals(List.of("delete false", "delete true"), accounts.asked);
    }
}
