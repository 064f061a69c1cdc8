package app.linden.cli;

import app.linden.base.Ids;
import app.linden.base.Problem;
import app.linden.base.Subscription;
import app.linden.calendar.CalendarList;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.model.Rights;
import app.linden.model.Type;
import app.linden.remote.JmapOverHttp;
import app.linden.store.Intent;
import app.linden.store.Login;
import app.linden.store.ServerSide;
import app.linden.store.Store;
import app.linden.wire.Capability;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Signs the people of the try-out in and makes their plans, unless these are there from the last
 * time. Blocks its thread.
 */
final class TryOutSetUp {
    private static final String SHARED = "Anna & Ben";
    private static final String COLOR = "#3b6fd4";

    private final String address;
    private final Device anna;
    private final Device ben;
    private final LocalDate today = LocalDate.now();
    private final ZoneId zone = ZoneId.systemDefault();

    TryOutSetUp(URI address, Device anna, Device ben) {
        this.address = address.toString();
        this.anna = anna;
        this.ben = ben;
    }

    void run() {
        CompletableFuture.allOf(signIn(anna, TryOut.ANNA), signIn(ben, TryOut.BEN)).join();
        Store hers = anna.store();
        if (hers.calendars().stream().anyMatch(c -> c.name().equals(SHARED))) {
            return;
        }
        List<Intent> intents = new ArrayList<>();
        String shared = shareCalendar(hers, intents);
        List<Event> together = SampleEvents.shared(shared, today, zone);
        create(hers, personal(hers).id(), together, intents);
        Calendar own = own(hers);
        create(hers, own.accountId(), SampleEvents.ofAnna(own.id(), today, zone), intents);
        hers.edits().apply(intents).join();

        Store his = ben.store();
        List<Intent> bens = new ArrayList<>();
        Calendar bensOwn = own(his);
        create(his, bensOwn.accountId(), SampleEvents.ofBen(bensOwn.id(), today, zone), bens);
        his.edits().apply(bens).join();
        await(his, () -> arrived(his) == together.size());
        await(hers, () -> hers.waiting().isEmpty());
        await(his, () -> his.waiting().isEmpty());
    }

    private CompletableFuture<Void> signIn(Device device, String person) {
        String name = userName(person);
        ServerSide side = device.store().serverSide();
        for (Login login : side.logins()) {
            // The server of a later try-out has another port.
            side.save(new Login(login.id(), address, login.username())).join();
        }
        return device.accounts().signIn(address, name, TryOut.PASSWORD);
    }

    static String userName(String person) {
        return person.toLowerCase(Locale.ROOT);
    }

    private String shareCalendar(Store hers, List<Intent> intents) {
        String id = ids(hers).next();
        ObjectNode calendar =
                Json.object().put("name", SHARED).put("color", COLOR).put("isSubscribed", true);
        calendar.putObject("shareWith").set(principalOfBen(), Rights.EDIT.toJson());
        intents.add(new Intent.Create(id, personal(hers).id(), Type.CALENDAR, calendar));
        return id;
    }

    /** Ben's session says who he is to others (RFC 9670, 1.5.1). */
    private String principalOfBen() {
        try (JmapOverHttp remote =
                new JmapOverHttp(address, userName(TryOut.BEN), TryOut.PASSWORD)) {
            return remote.session().accounts().values().stream()
                    .map(a -> a.accountCapabilities().get(Capability.PRINCIPALS))
                    .map(c -> c == null ? "" : c.path("currentUserPrincipalId").asString(""))
                    .filter(id -> !id.isEmpty())
                    .findFirst()
                    .orElseThrow(() ->
                            new Problem(
                                    Problem.Kind.OUR_BUG, "The server does not say who Ben is."));
        }
    }

    private static void create(
            Store store, String accountId, List<Event> events, List<Intent> intents) {
        for (Event event : events) {
            String id = ids(store).next();
            intents.add(
                    new Intent.Create(
                            id, accountId, Type.EVENT, event.with("uid", Json.text(id)).json()));
        }
    }

    private static Ids ids(Store store) {
        return store.serverSide().ids();
    }

    private static Account personal(Store store) {
        return store.accounts().stream()
                .filter(a -> a.personal() && !a.isLocal())
                .findFirst()
                .orElseThrow(
                        () -> new Problem(Problem.Kind.OUR_BUG, "The server gave no account."));
    }

    private static Calendar own(Store store) {
        return new CalendarList(store.accounts(), store.calendars())
                .forNewEvents()
                .orElseThrow(
                        () -> new Problem(Problem.Kind.OUR_BUG, "The server gave no calendar."));
    }

    private static int arrived(Store his) {
        return his.calendars().stream()
                .filter(c -> c.name().equals(SHARED))
                .findFirst()
                .map(c -> his.eventsIn(c.id()).size())
                .orElse(0);
    }

    private static void await(Store store, BooleanSupplier reached) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try (Subscription watch =
                store.watch(commit -> {
                    if (reached.getAsBoolean()) {
                        done.complete(null);
                    }
                })) {
            if (!reached.getAsBoolean()) {
                done.join();
            }
        }
    }
}
