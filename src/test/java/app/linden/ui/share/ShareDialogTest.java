package app.linden.ui.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.model.Calendar;
import app.linden.model.Directory;
import app.linden.model.Json;
import app.linden.model.Person;
import app.linden.model.Rights;
import app.linden.model.Role;
import app.linden.model.Type;
import app.linden.store.Settled;
import app.linden.ui.Fx;
import app.linden.ui.Pretend;
import app.linden.ui.Sample;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.node.ObjectNode;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** The dialog of who is in a calendar, by mouse and keyboard, seen from the store. */
class ShareDialogTest {
    @TempDir private Path folder;
    private Sample sample;
    private Stage owner;

    private void open(boolean dark, boolean lists, String calendar) {
        sample = new Sample(folder).fill();
        Map<String, Person> people = new HashMap<>();
        people("pa", "Anna Linden", people);
        people("pb", "Ben Linden", people);
        people("pc", "Clara Benz", people);
        people("pd", "Great-Grandmother Wilhelmine of the Long Name", people);
        sample.store
                .serverSide()
                .acceptDirectory(
                        "login",
                        new Directory.Server("pa", lists, true, people),
                        Map.of(sample.account("a1"), "pa"))
                .join();
        share("family", "Family", "#2f9e63", Map.of("pb", Role.EDIT, "pd", Role.READ));
        show(dark, sample.calendar(calendar).id());
    }

    private static void people(String id, String name, Map<String, Person> people) {
        String first = name.split(" ")[0].toLowerCase(java.util.Locale.ROOT);
        people.put(
                id,
                new Person(
                        id,
                        name,
                        first + "@example.org",
                        "mailto:" + first + "@example.org",
                        !id.equals("pa")));
    }

    private void share(String id, String name, String color, Map<String, Role> roles) {
        ObjectNode json = Json.object().put("name", name).put("color", color);
        json.set("myRights", Rights.ALL.toJson());
        ObjectNode with = json.putObject("shareWith");
        roles.forEach((who, role) -> with.set(who, role.rights().toJson()));
        sample.pull("a1", Type.CALENDAR, Map.of(id, json));
    }

    private void show(boolean dark, String calendarId) {
        Fx.run(() -> {
            owner = new Stage();
            owner.setScene(new Scene(new StackPane(), 700, 700));
            owner.show();
            new ShareDialog(sample.commands, sample.agenda, new Pretend(), Fx.look(dark))
                    .show(owner, calendarId);
        });
        Fx.pulses(3);
    }

    @AfterEach
    void close() {
        Fx.closeAll();
        sample.close();
    }

    private static MemberRow row(String name) {
        return Fx.on(() ->
                Fx.topWindow().getScene().getRoot().lookupAll(".member-row").stream()
                        .map(MemberRow.class::cast)
                        .filter(r -> MemberRow.name(r.member()).startsWith(name))
                        .findFirst()
                        .orElse(null));
    }

    private static void choose(Node button, int item) {
        Fx.run(() -> ((RoleButton) button).menu().getItems().get(item).fire());
    }

    private Role role(String principal) {
        Rights rights = sample.calendar("Family").shareWith().get(principal);
        return rights == null ? null : Role.of(rights).orElse(null);
    }

    private static String text(String selector) {
        return Fx.on(() ->
                Fx.topWindow().getScene().getRoot().lookup(selector) instanceof Label l
                                && l.isVisible()
                        ? l.getText()
                        : "");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void looks(boolean dark) {
        String shade = dark ? "-dark" : "-light";
        open(dark, true, "Family");
        Fx.until("members", () -> row("Great") != null);
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "share" + shade);
        Stage dialog = (Stage) Fx.topWindow();
        Fx.click("#share-person");
        Fx.type("c");
        Fx.until("found", () -> Fx.topWindow() != dialog);
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "share-find" + shade);
        Fx.keys(KeyCode.ENTER);
        Fx.until("added", () -> row("Clara") != null);
        Fx.pulses(3);
        Fx.picture(dialog.getScene(), "share-unsent" + shade);
        Fx.click("#share-link");
        Fx.until("the link", () -> text(".share-link-said").startsWith("Whoever has this link"));
        Fx.pulses(3);
        Fx.picture(dialog.getScene(), "share-link" + shade);
        RoleButton roles = (RoleButton) Fx.on(() -> row("Ben").lookup(".role-button"));
        Fx.click(roles);
        Fx.pulses(3);
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "share-roles" + shade);
        Fx.run(() -> roles.menu().hide());
    }

    @Test
    void somebodyIsAddedByNameGivenAnotherRoleAndTakenOut() {
        open(false, true, "Family");
        Fx.until("the list", () -> row("Ben") != null);
        assertEquals(List.of("Anna", "Ben", "Great-Grandmother"), firstNames());
        Fx.click("#share-person");
        Fx.type("ben");
        Fx.keys(KeyCode.ENTER);
        Fx.until("who has a name like that and is not in", () -> role("pc") == Role.EDIT);

        Fx.until("the row", () -> row("Clara") != null);
        choose(Fx.on(() -> row("Clara").lookup(".role-button")), 0);
        Fx.until("reads", () -> role("pc") == Role.READ);
        assertEquals(1, unsent(), "one change that was not sent");
        Fx.until("said so", () -> text(".share-waits").startsWith("What you changed is saved"));

        Fx.run(() -> {
            RoleButton roles = (RoleButton) row("Clara").lookup(".role-button");
            roles.menu().getItems().getLast().fire();
        });
        Fx.until("out", () -> role("pc") == null);
        Fx.until("her row, too", () -> row("Clara") == null);
        assertEquals(0, unsent(), "changed and changed back");
        sample.commands.undo().join();
        assertEquals(Role.READ, role("pc"), "taking out can be undone");
    }

    private long unsent() {
        return sample.store.waiting().stream().filter(w -> !w.isEvent()).count();
    }

    private static List<String> firstNames() {
        return Fx.on(() ->
                Fx.topWindow().getScene().getRoot().lookupAll(".member-row").stream()
                        .map(MemberRow.class::cast)
                        .map(r -> MemberRow.name(r.member()).split(" ")[0])
                        .toList());
    }

    @Test
    void whatTheServerRefusedSaysWhyAndCanBeTakenBack() {
        open(false, true, "Family");
        Fx.until("the list", () -> row("Ben") != null);
        sample.commands.sharing().remove(sample.calendar("Family").id(), "pb").join();
        var sent =
                sample.store
                        .serverSide()
                        .takeBatch(sample.account("a1"), Type.CALENDAR, 10)
                        .join()
                        .getFirst();
        sample.store
                .serverSide()
                .settle(
                        sample.account("a1"),
                        Type.CALENDAR,
                        List.of(new Settled.Refused(sent.seq(), "You may not change this.")),
                        null,
                        null)
                .join();
        Fx.until("why", () -> text(".share-reason").contains("You may not change this."));
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "share-refused-light");
        Fx.click("#share-discard");
        Fx.until("he is back", () -> row("Ben") != null);
        assertEquals(Role.EDIT, role("pb"));
    }

    @Test
    void aServerWithoutADirectorySaysSo() {
        open(false, false, "Family");
        Fx.until("the list", () -> row("Ben") != null);
        assertTrue(text(".share-why").startsWith("This server does not tell"));
        assertNull(Fx.on(() -> Fx.topWindow().getScene().getRoot().lookup("#share-person")));
    }

    @Test
    void whoOnlyReadsSeesTheMembersAndNothingToPress() {
        open(false, true, "Hockey");
        Fx.until("the words", () -> text(".share-why").startsWith("Only who manages"));
        assertFalse(
                Fx.on(() ->
                        Fx.topWindow().getScene().lookup("#share-leave").isVisible()
                                && row("Anna") == null));
        assertRefused(
                "Only who manages",
                () ->
                        sample.commands
                                .sharing()
                                .give(sample.calendar("Hockey").id(), "pb", Role.READ));
    }

    private static void assertRefused(
            String sentence,
            java.util.function.Supplier<java.util.concurrent.CompletableFuture<Void>> act) {
        CompletionException e = assertThrows(CompletionException.class, () -> act.get().join());
        assertTrue(Problem.sentence(e).startsWith(sentence), Problem.sentence(e));
    }

    @Test
    void inAGroupSomebodyAlwaysManages() {
        sample = new Sample(folder);
        Map<String, Person> people = new HashMap<>();
        people("pa", "Anna Linden", people);
        people("pb", "Ben Linden", people);
        sample.store
                .serverSide()
                .acceptDirectory("login", new Directory.Server("pa", true, true, people), Map.of())
                .join();
        share("family", "Family", "#2f9e63", Map.of("pa", Role.MANAGE, "pb", Role.EDIT));
        Calendar group = sample.calendar("Family");
        assertRefused("Somebody has to manage", () -> sample.commands.sharing().leave(group.id()));
        assertRefused(
                "Somebody has to manage",
                () -> sample.commands.sharing().give(group.id(), "pa", Role.READ));
        show(false, group.id());
        Fx.until("hand over", () -> text(".share-title").startsWith("Share"));
        Fx.click("#share-hand-over");
        Fx.until("the question", () -> !text(".question-title").isEmpty());
        Fx.picture(Fx.on(() -> Fx.topWindow().getScene()), "share-hand-over-light");
        Fx.keys(KeyCode.ENTER);
        Fx.until("Ben manages", () -> role("pb") == Role.MANAGE);
        assertEquals(Role.EDIT, role("pa"));
        sample.commands.sharing().leave(group.id()).join();
        assertFalse(sample.calendar("Family").subscribed());
        assertNull(role("pa"));
    }
}
