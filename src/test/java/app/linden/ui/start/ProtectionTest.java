package app.linden.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.calendar.port.Protection.Place;
import app.linden.ui.Fx;
import app.linden.ui.PretendProtection;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The panels around a passphrase, by keyboard; pictures in {@code target/screens}. */
class ProtectionTest {
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void close() {
        Fx.closeAll();
    }

    private static String shade(boolean dark) {
        return dark ? "-dark" : "-light";
    }

    private static boolean nothingShows() {
        return Window.getWindows().filtered(Window::isShowing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPassphraseIsAskedForAndAskedForAgain(boolean dark) {
        Unlock unlock = new Unlock(Fx.look(dark));
        Fx.run(() -> unlock.ask(false, heard::add, () -> heard.add("left")));
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "unlock" + shade(dark));
        assertTrue(Fx.on(() -> Fx.find("#unlock").isDisabled()));
        Fx.type("open sesame");
        Fx.keys(KeyCode.ENTER);
        Fx.until("closed", ProtectionTest::nothingShows);
        assertEquals(List.of("open sesame"), heard);

        Fx.run(() -> unlock.ask(true, heard::add, () -> heard.add("left")));
        assertTrue(Fx.find("#start-failure").isVisible());
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "unlock-again" + shade(dark));
        Fx.keys(KeyCode.ESCAPE);
        Fx.until("closed", ProtectionTest::nothingShows);
        assertEquals(List.of("open sesame", "left"), heard);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void withoutAKeychainOneChoosesAPassphrase(boolean dark) {
        choose(dark);
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "choose-protection" + shade(dark));
        Fx.type("open sesame");
        assertTrue(Fx.on(() -> Fx.find("#protect").isDisabled()));
        Fx.click("#passphrase-again");
        Fx.type("open says");
        assertTrue(Fx.find("#protect-differ").isVisible());
        assertTrue(Fx.on(() -> Fx.find("#protect").isDisabled()));
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "choose-differ" + shade(dark));
        Fx.keys(KeyCode.CONTROL, KeyCode.A);
        Fx.type("open sesame");
        assertFalse(Fx.find("#protect-differ").isVisible());
        Fx.keys(KeyCode.ENTER);
        Fx.until("closed", ProtectionTest::nothingShows);
        assertEquals(List.of("open sesame true"), heard);
    }

    @Test
    void orDoesWithoutOrIsAskedAgain() {
        choose(false);
        Fx.click("#without");
        Fx.until("closed", ProtectionTest::nothingShows);
        choose(false);
        Fx.keys(KeyCode.ESCAPE);
        Fx.until("closed", ProtectionTest::nothingShows);
        assertEquals(List.of("null true", "null false"), heard);
    }

    private void choose(boolean dark) {
        ChooseProtection panel = new ChooseProtection(Fx.look(dark));
        Fx.run(() -> panel.ask((passphrase, kept) -> heard.add(passphrase + " " + kept)));
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void thePanelSaysHowItIs(Place place) {
        for (boolean dark : new boolean[] {false, true}) {
            show(place, dark);
            Fx.picture(
                    Fx.on(() -> Fx.topWindow().getScene()),
                    "protection-" + place.name().toLowerCase(java.util.Locale.ROOT) + shade(dark));
            Fx.closeAll();
        }
    }

    @Test
    void aPassphraseCanBeSetLater() {
        PretendProtection protection = show(Place.THIS_RUN, false);
        Fx.until("the first field has the focus", () -> Fx.find("#passphrase").isFocused());
        Fx.type("one");
        Fx.click("#passphrase-again");
        Fx.type("one");
        Fx.until("both are there", () -> !Fx.find("#protect").isDisabled());
        Fx.keys(KeyCode.ENTER);
        Fx.until("it was asked for", () -> protection.sealed.size() == 1);
        CompletableFuture<Void> refused = protection.answer;
        protection.answer = new CompletableFuture<>();
        refused.completeExceptionally(
                new Problem(Problem.Kind.STORAGE, "The password cannot be kept."));
        Label failure = (Label) Fx.find("#start-failure");
        Fx.until("the sentence", failure::isVisible);
        Fx.click("#protect");
        protection.answer.complete(null);
        Fx.until("closed", () -> Window.getWindows().filtered(Window::isShowing).size() == 1);
        assertEquals(List.of("one", "one"), protection.sealed);
    }

    private PretendProtection show(Place place, boolean dark) {
        PretendProtection protection = new PretendProtection();
        protection.place = place;
        protection.encrypted = place != Place.THIS_RUN;
        var look = Fx.look(dark);
        Fx.run(() -> {
            Stage owner = new Stage();
            owner.setScene(new Scene(new Pane(), 700, 700));
            owner.show();
            new ProtectionPanel(protection, look).show(owner);
        });
        return protection;
    }
}
