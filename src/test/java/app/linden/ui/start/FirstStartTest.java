package app.linden.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.calendar.port.SignedIn;
import app.linden.ui.Fx;
import app.linden.ui.Pretend;
import app.linden.ui.Sample;
import app.linden.ui.kit.Look;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The panels in which one begins, by mouse and keyboard; pictures in {@code target/screens}. */
class FirstStartTest {
    @TempDir private Path folder;
    private final Pretend accounts = new Pretend();
    private Stage owner;

    private void open(boolean dark, java.util.function.BiConsumer<Look, Stage> panel) {
        Look look = Fx.look(dark);
        Fx.run(() -> {
            owner = new Stage();
            owner.setScene(new Scene(new StackPane(), 700, 700));
            owner.show();
            panel.accept(look, owner);
        });
        Fx.pulses(3);
    }

    @AfterEach
    void close() {
        Fx.closeAll();
    }

    private static Node in(Window window, String selector) {
        return Fx.on(() -> window.getScene().getRoot().lookup(selector));
    }

    private static void picture(String name) {
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), name);
    }

    private static String text(String selector) {
        return in(Fx.topWindow(), selector) instanceof Labeled l && l.isVisible()
                ? l.getText()
                : "";
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void looks(boolean dark) {
        String shade = dark ? "-dark" : "-light";
        open(
                dark,
                (look, w) ->
                        new FirstStart(accounts, look)
                                .welcome(w, () -> accounts.asked.add("asked")));
        picture("first" + shade);
        Fx.click(in(Fx.topWindow(), "#first-create"));
        Fx.until("the form", () -> in(Fx.topWindow(), "#create-server") != null);
        Fx.pulses(2);
        picture("first-create" + shade);
    }

    @Test
    void anInvitationIsLookedAtAndAcceptedWithANewAccount() {
        open(
                false,
                (look, w) ->
                        new FirstStart(accounts, look)
                                .welcome(w, () -> accounts.asked.add("asked")));
        Window first = Fx.topWindow();
        Fx.click(in(first, "#first-invited"));
        Fx.until("the link", () -> in(Fx.topWindow(), "#join-link") != null);
        Fx.type("https:");
        Fx.keys(KeyCode.ENTER);
        Fx.until("the offer", () -> text("#join-offer").startsWith("Anna invites you"));
        Fx.pulses(3);
        picture("first-invited-light");
        Fx.click(in(Fx.topWindow(), "#join-new"));
        Fx.until("the form", () -> in(Fx.topWindow(), "#create-name") != null);
        assertEquals(null, in(Fx.topWindow(), "#create-server"), "the link says where");
        Fx.type("Ben");
        Fx.keys(KeyCode.TAB);
        Fx.type("ben");
        Fx.keys(KeyCode.TAB);
        Fx.type("long enough");
        accounts.answer =
                CompletableFuture.failedFuture(
                        new app.linden.base.Problem(
                                app.linden.base.Problem.Kind.BAD_INPUT,
                                "There is already an account with this name."));
        Fx.keys(KeyCode.ENTER);
        Fx.until("why not", () -> text("#start-failure").startsWith("There is already"));
        accounts.answer = CompletableFuture.completedFuture(null);
        Fx.keys(KeyCode.ENTER);
        Fx.until("all closed", () -> !first.isShowing());
        assertTrue(
                accounts.asked.stream().anyMatch(a -> a.contains("invitation=https:")),
                accounts.asked + "");
        assertEquals("asked", accounts.asked.getLast(), "it is not asked again");
    }

    @Test
    void whoeverIsSignedInThereAcceptsAtOnce() {
        accounts.signIns.add(new SignedIn("s1", "linden.example", "ben", 0, false));
        open(
                false,
                (look, w) -> new JoinPanel(accounts, look).with("linden:https:").show(w, () -> {}));
        Fx.until("the offer", () -> in(Fx.topWindow(), "#join-here") != null);
        accounts.answer = CompletableFuture.completedFuture(null);
        Window panel = Fx.topWindow();
        Fx.keys(KeyCode.ENTER);
        Fx.until("closed", () -> !panel.isShowing());
        assertEquals("accept s1 linden:https:", accounts.asked.getLast());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsUnsentIsNamedBeforeSigningOut(boolean dark) {
        String shade = dark ? "-dark" : "-light";
        try (Sample sample = new Sample(folder)) {
            sample.add("Family", "Swim", Sample.TODAY, "10:00", "11:00");
            sample.add("Personal", "Diary", Sample.TODAY, "12:00", "13:00");
            accounts.signIns.add(new SignedIn("login", "https://linden.example", "anna", 1, false));
            accounts.signIns.add(new SignedIn("other", "cyrus.example", "anna@work", 0, false));
            Fx.until("it waits", () -> sample.agenda.waiting().get().size() == 1);
            open(
                    dark,
                    (look, w) ->
                            new AccountsPanel(
                                            accounts,
                                            sample.agenda,
                                            new Chosen(folder),
                                            Sample.ZONE,
                                            look)
                                    .show(w));
            picture("accounts" + shade);
            Fx.click(in(Fx.topWindow(), ".sign-out"));
            Fx.until("the question", () -> !text(".question-title").isEmpty());
            assertEquals("1 change is not on the server yet: “Swim”.", text(".question-detail"));
            picture("accounts-sign-out" + shade);
            accounts.answer = CompletableFuture.completedFuture(null);
            List<Node> answers =
                    Fx.on(() ->
                            List.copyOf(Fx.topWindow().getScene().getRoot().lookupAll(".button")));
            Fx.click(answers.get(1));
            Fx.until("out", () -> accounts.asked.contains("sign out login"));
        }
    }
}
