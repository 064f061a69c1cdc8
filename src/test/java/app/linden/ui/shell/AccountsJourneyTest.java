package app.linden.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;
import app.linden.calendar.port.Invitation;
import app.linden.calendar.port.NewAccount;
import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Role;
import app.linden.model.Trashed;
import app.linden.model.When;
import app.linden.ui.Fx;

import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.CompletionException;

/** Into a calendar by its link, with an account that is made for it; and out without loss. */
class AccountsJourneyTest {
    @TempDir private Path folder;

    @Test
    void aLinkMakesAnAccountAndBringsTheCalendar() {
        try (Household household = new Household(folder);
                Device clara =
                        Device.open(folder.resolve("tablet"), new SecretsOfThisRun())
                                .withSomeCalendar()) {
            Device anna = household.device("laptop", "anna");
            Calendar calendar = Household.calendar(anna);
            anna.commands().renameCalendar(calendar.id(), "Family").join();
            Fx.until("sent", () -> anna.store().waiting().isEmpty());
            String link = anna.accounts().invite(calendar.id(), Role.READ).join();

            clara.startSync();
            Invitation offer = clara.accounts().invitation("linden:" + link).join();
            assertEquals("Anna", offer.from());
            assertEquals("Family", offer.calendar());
            assertEquals(Role.READ, offer.role());
            assertTrue(offer.mayRegister());
            clara.accounts()
                    .register(
                            new NewAccount(offer.server(), "Clara", "clara", "correct horse", link))
                    .join();
            Fx.until(
                    "she has it",
                    () ->
                            clara.store().calendars().stream()
                                    .anyMatch(c -> c.name().equals("Family")));
            assertEquals(1, clara.accounts().signIns().size());

            // Once more, by somebody who is there already.
            Device ben = household.device("phone", "ben");
            String another = anna.accounts().invite(calendar.id(), Role.EDIT).join();
            String signIn = ben.accounts().signIns().getFirst().id();
            ben.accounts().accept(signIn, another).join();
            Fx.until(
                    "he has it",
                    () ->
                            ben.store().calendars().stream()
                                    .anyMatch(c ->
                                            c.name().equals("Family") && c.rights().mayWrite()));
            CompletionException used =
                    assertThrows(
                            CompletionException.class,
                            () -> ben.accounts().invitation(another).join());
            assertEquals(Problem.Kind.REFUSED, Problem.kind(used));
            CompletionException wrong =
                    assertThrows(
                            CompletionException.class,
                            () -> ben.accounts().invitation("https://example.org/").join());
            assertEquals("This is not the link of an invitation.", Problem.sentence(wrong));
        }
    }

    @Test
    void signingOutLosesNothingAndSigningInBringsTheRestBack() {
        try (Household household = new Household(folder)) {
            Device anna = household.device("laptop", "anna");
            Calendar calendar = Household.calendar(anna);
            add(anna, calendar, "Sent");
            Fx.until("sent", () -> anna.store().waiting().isEmpty());
            household.stopServer();
            add(anna, calendar, "Unsent");
            String id = anna.accounts().signIns().getFirst().id();
            Fx.until("it waits", () -> anna.agenda().unsentOf(id).size() == 1);
            assertEquals(1, anna.accounts().signIns().getFirst().unsent());
            anna.accounts().signOut(id).join();
            assertEquals(0, anna.accounts().signIns().size());
            assertEquals(1, anna.store().accounts().size());
            assertTrue(anna.store().accounts().getFirst().isLocal());
            assertEquals(0, Household.on(anna, Household.TODAY).size());
            Trashed kept = anna.store().trash().getFirst();
            assertEquals("Unsent", kept.title());
            assertEquals(Trashed.Who.SIGNED_OUT, kept.who());
            assertEquals(0, anna.store().notices().size());

            anna.commands().restore(kept.id()).join();
            assertEquals("Unsent", Household.on(anna, Household.TODAY).getFirst().title());
            household.startServer();
            anna.accounts()
                    .signIn(household.address().toString(), "anna", Household.PASSWORD)
                    .join();
            Fx.until("both", () -> Household.on(anna, Household.TODAY).size() == 2);
        }
    }

    @Test
    void theWindowAsksForThePasswordThatTheServerWants() {
        try (Household household = new Household(folder)) {
            Device anna = household.device("laptop", "anna");
            CalendarWindow window = household.window(anna, Fx.look(false));
            household.changePassword("anna", "fresh horse");
            Fx.until(
                    "the window says so",
                    () -> {
                        anna.accounts().syncNow();
                        return Fx.on(() ->
                                window.stage().getScene().lookup(".notice-act") instanceof Button b
                                        && b.isVisible()
                                        && b.getText().startsWith("Sign in"));
                    });
            add(anna, Household.calendar(anna), "Meanwhile");
            Fx.picture(window.stage().getScene(), "signed-out");
            Fx.click(Fx.on(() -> window.stage().getScene().lookup(".notice-act")));
            Fx.until("it asks", () -> Fx.topWindow() != window.stage());
            Fx.type("fresh horse");
            Fx.keys(KeyCode.ENTER);
            Fx.until("sent", () -> anna.store().waiting().isEmpty());
            assertEquals(1, anna.accounts().signIns().size());
        }
    }

    @Test
    void aCalendarOfThisComputerMovesToAServerWithAllThatIsInIt() {
        try (Household household = new Household(folder);
                Device laptop =
                        Device.open(folder.resolve("laptop"), new SecretsOfThisRun())
                                .withSomeCalendar()) {
            laptop.startSync();
            Calendar local = laptop.store().calendars().getFirst();
            for (int i = 0; i < 30; i++) {
                add(laptop, local, "Diary " + i);
            }
            laptop.accounts()
                    .signIn(household.address().toString(), "anna", Household.PASSWORD)
                    .join();
            Calendar there = Household.calendar(laptop);
            String moved = laptop.commands().relocate(local.id(), there.accountId()).join();
            Fx.until("all sent", () -> laptop.store().waiting().isEmpty());
            assertEquals(30, household.eventsOnServer().size());
            assertEquals(30, laptop.store().eventsIn(moved).size());
            assertEquals(0, laptop.store().trash().size());
            assertTrue(
                    laptop.store().calendars().stream().noneMatch(c -> c.id().equals(local.id())));

            laptop.commands().undo().join();
            Fx.until(
                    "back on this computer",
                    () -> laptop.store().eventsIn(local.id()).size() == 30);
            Fx.until("and gone there", () -> household.eventsOnServer().isEmpty());
        }
    }

    private static void add(Device device, Calendar calendar, String title) {
        device.commands()
                .create(
                        Event.create(
                                "",
                                calendar.id(),
                                title,
                                When.timed(
                                        Household.TODAY.atTime(10, 0),
                                        Household.TODAY.atTime(11, 0),
                                        Household.ZONE)))
                .join();
    }
}
