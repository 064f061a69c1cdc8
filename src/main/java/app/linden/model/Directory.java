package app.linden.model;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom the servers of this device know, as far as it was told: names for the principals of {@link
 * Calendar#shareWith}.
 *
 * @param servers by sign-in
 * @param owners the principal who owns an account, by its local id; a group's has none
 */
public record Directory(Map<String, Server> servers, Map<String, String> owners) {
    public static final Directory EMPTY = new Directory(Map.of(), Map.of());

    /**
     * One server as a sign-in sees it.
     *
     * @param me the principal that one is, empty when the server does not say
     * @param lists whether it tells whom one can share with
     * @param lets whether one can leave a calendar that somebody shared
     * @param people by principal id
     */
    public record Server(String me, boolean lists, boolean lets, Map<String, Person> people) {
        public static final Server UNKNOWN = new Server("", false, false, Map.of());

        public Server {
            people = Map.copyOf(people);
        }
    }

    public Directory {
        servers = Map.copyOf(servers);
        owners = Map.copyOf(owners);
    }

    /** The server of an account; one that says nothing for the local account. */
    public Server of(Account account) {
        String login = account.loginId();
        return login == null ? Server.UNKNOWN : servers.getOrDefault(login, Server.UNKNOWN);
    }

    /** Who one is in an account; empty when that is not known. */
    public String me(Account account) {
        return of(account).me;
    }

    /** The principal who owns an account; null of a group's, and where nobody said. */
    public @Nullable String owner(Account account) {
        return owners.get(account.id());
    }

    public Optional<Person> person(Account account, String principalId) {
        return Optional.ofNullable(of(account).people.get(principalId));
    }

    /** People by the beginning of a word of their name or of their address, by name. */
    public List<Person> matching(Account account, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return of(account).people.values().stream()
                .filter(Person::shareable)
                .filter(p -> begins(p, wanted))
                .sorted(Comparator.comparing((Person p) -> p.shown().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static boolean begins(Person person, String wanted) {
        String email = person.email().toLowerCase(Locale.ROOT);
        String name = person.name().toLowerCase(Locale.ROOT);
        return email.startsWith(wanted)
                || name.startsWith(wanted)
                || Stream.of(name.split("[\\s\\-.]+")).anyMatch(word -> word.startsWith(wanted));
    }
}
