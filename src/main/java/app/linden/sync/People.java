package app.linden.sync;

import app.linden.model.Account;
import app.linden.model.Directory;
import app.linden.model.Json;
import app.linden.model.Person;
import app.linden.remote.Dialect;
import app.linden.remote.Rejected;
import app.linden.remote.Remote;
import app.linden.store.ServerSide;
import app.linden.wire.Capability;
import app.linden.wire.Got;
import app.linden.wire.Invocation;
import app.linden.wire.MethodProblem;
import app.linden.wire.Request;
import app.linden.wire.Response;
import app.linden.wire.ResultReference;
import app.linden.wire.Session;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Brings into the cache whom the server knows (RFC 9670, 2), so that members of calendars have
 * names offline too. Blocks the loop's thread.
 */
final class People {
    private static final List<String> USING = List.of(Capability.CORE, Capability.PRINCIPALS);
    private static final int MOST = 500;

    /** A list that was fetched just now is not fetched again, unless somebody is missing in it. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final ServerSide store;
    private final String loginId;
    private final Remote remote;
    private final InstantSource clock;
    private String session = "";
    private Instant fetched = Instant.EPOCH;

    /** Whom the server was asked for in vain. */
    private Set<String> nobody = Set.of();

    People(ServerSide store, String loginId, Remote remote, InstantSource clock) {
        this.store = store;
        this.loginId = loginId;
        this.remote = remote;
        this.clock = clock;
    }

    /**
     * Asks for everybody, or for the first {@value #MOST} and those with whom one shares.
     *
     * @param all whether to ask though nobody is known to be missing
     */
    void refresh(Session now, boolean all) {
        String account = now.primaryAccounts().get(Capability.PRINCIPALS);
        Directory.Server known =
                store.directory().servers().getOrDefault(loginId, Directory.Server.UNKNOWN);
        Set<String> wanted = new TreeSet<>(store.sharees(loginId));
        wanted.addAll(owners(now).values());
        boolean fresh = !all || clock.instant().isBefore(fetched.plus(FRESH));
        boolean complete =
                wanted.stream()
                        .allMatch(id -> known.people().containsKey(id) || nobody.contains(id));
        if (fresh && complete && now.state().equals(session)) {
            return;
        }
        Map<String, Person> people = account == null ? null : ask(now, account, wanted);
        store.acceptDirectory(
                        loginId,
                        new Directory.Server(
                                me(now),
                                people != null,
                                now.capabilities().containsKey(Capability.SPACES),
                                people == null ? known.people() : people),
                        owners(now))
                .join();
        session = now.state();
        fetched = clock.instant();
        nobody = new TreeSet<>(wanted);
        nobody.removeAll(people == null ? Set.of() : people.keySet());
    }

    /** Null when the server has principals and does not tell them. */
    private @Nullable Map<String, Person> ask(Session now, String accountId, Set<String> wanted) {
        int most = Math.min(MOST, now.limits().maxObjectsInGet());
        ObjectNode query = Json.object().put("accountId", accountId).put("limit", most);
        ObjectNode get = Json.object().put("accountId", accountId);
        get.set("#ids", new ResultReference("q", "Principal/query", "/ids").toJson());
        Dialect dialect = Dialect.of(now.accounts().get(accountId));
        try {
            Map<String, Person> people =
                    people(
                            dialect,
                            remote.call(
                                    new Request(
                                            USING,
                                            List.of(
                                                    new Invocation("Principal/query", query, "q"),
                                                    new Invocation("Principal/get", get, "g")),
                                            null)));
            Set<String> missing = new TreeSet<>(wanted);
            missing.removeAll(people.keySet());
            if (!missing.isEmpty()) {
                ObjectNode more = Json.object().put("accountId", accountId);
                missing.stream().limit(most).forEach(more.putArray("ids")::add);
                people.putAll(
                        people(
                                dialect,
                                remote.call(
                                        new Request(
                                                USING,
                                                List.of(new Invocation("Principal/get", more, "g")),
                                                null))));
            }
            return people;
        } catch (MethodProblem | Rejected e) {
            // Said to the person where they would share: sync itself needs no names.
            return null;
        }
    }

    private static Map<String, Person> people(Dialect dialect, Response response) {
        Invocation answer = Pull.answer(response, "g");
        if (answer.isError()) {
            throw MethodProblem.of(answer.arguments());
        }
        Map<String, Person> people = new HashMap<>();
        for (ObjectNode said : Got.of(answer.arguments()).list()) {
            ObjectNode p = dialect.principal(said);
            JsonNode calendars = p.path("capabilities").path(Capability.CALENDARS);
            String id = p.path("id").asString("");
            people.put(
                    id,
                    new Person(
                            id,
                            p.path("name").asString(""),
                            p.path("email").asString(""),
                            calendars.path("calendarAddress").asString(""),
                            calendars.path("mayShareWith").asBoolean(false)));
        }
        return people;
    }

    private static String me(Session now) {
        return now.accounts().values().stream()
                .map(a -> a.accountCapabilities().get(Capability.PRINCIPALS))
                .filter(c -> c != null && c.path("currentUserPrincipalId").isString())
                .map(c -> c.path("currentUserPrincipalId").asString())
                .findFirst()
                .orElse("");
    }

    private Map<String, String> owners(Session now) {
        Map<String, String> owners = new HashMap<>();
        for (Account account : store.accountsOf(loginId)) {
            Session.Account said = now.accounts().get(account.serverId());
            ObjectNode owner =
                    said == null
                            ? null
                            : said.accountCapabilities().get(Capability.PRINCIPALS_OWNER);
            if (owner != null && owner.path("principalId").isString()) {
                owners.put(account.id(), owner.path("principalId").asString());
            } else if (account.personal() && !me(now).isEmpty()) {
                owners.put(account.id(), me(now));
            }
        }
        return owners;
    }
}
