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
