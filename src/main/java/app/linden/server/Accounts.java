package app.linden.server;

import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.model.Role;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The people of a server. Thread-safe; calls block until what they did is safe on disk.
 *
 * <p>Comes with a running server, or by {@link #open} for data that no server has open.
 */
public final class Accounts implements Reception {
    private static final int LONGEST_NAME = 64;
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 1_000;
    private static final int MOST_DAYS = 366;
    private static final int MOST_USES = 1_000;
    private static final String ADDRESS = "address";
    private static final int LONGEST_DISPLAY_NAME = 255;

    private final ServerData data;
    private final Commits commits;
    private final boolean ownsData;

    Accounts(ServerData data, Commits commits, boolean ownsData) {
        this.data = data;
        this.commits = commits;
        this.ownsData = ownsData;
    }

    /** As {@link #open(Path, String)}, for data in the folder. */
    public static Accounts open(Path data) {
        return open(data, null);
    }

    /**
     * Opens the accounts of a server's data without serving it; close it afterwards.
     *
     * @param database the address of a PostgreSQL database; null where the data is in the folder
     * @throws Problem STORAGE when a server has this data open
     */
    public static Accounts open(Path data, @Nullable String database) {
        ServerData opened = ServerData.open(data, database, InstantSource.system());
        return new Accounts(opened, new Commits(opened, news -> {}), true);
    }

    @Override
    public String add(String name, String displayName, String password) {
        check(name, displayName, password);
        String hash = Passwords.hash(password);
        return commits.run(desk ->
                insert(desk, name, displayName, hash)
                        .orElseThrow(() ->
                                bad("There is already an account with the name “" + name + "”."))
                        .id());
    }

    @Override
    public String invite(int days, int uses) {
        if (days < 1 || days > MOST_DAYS || uses < 1 || uses > MOST_USES) {
            throw bad(
                    "An invitation lasts 1 to "
                            + MOST_DAYS
                            + " days and is for 1 to "
                            + MOST_USES
                            + " people.");
        }
        return commits.run(desk -> {
            String base =
                    Settings.get(desk.sql, ADDRESS)
                            .orElseThrow(() ->
                                    bad(
                                            "Start the server once before, so that it knows its"
                                                    + " address."));
            long now = desk.now.getEpochSecond();
            var invitation =
                    new InvitationRows.Invitation(
                            desk.ids.next(),
                            AccountRows.DIRECTORY,
                            null,
                            null,
                            Role.BUSY,
                            now,
                            now + Duration.ofDays(days).toSeconds(),
                            uses);
            return Invitations.link(base, Invitations.make(desk, invitation));
        });
    }

    @Override
    public void backUp(Path file) {
        Backups.write(data.database(), file);
    }

    /** Notes where the server answers. */
    void answersAt(String base) {
        commits.run(desk -> {
            Settings.set(desk.sql, ADDRESS, base);
            return true;
        });
    }

    /** A new account whose name was checked; empty when the name is taken. */
    static Optional<Principal> insert(Desk desk, String name, String displayName, String hash) {
        String shown = displayName.isBlank() ? name : displayName.strip();
        String key = Principal.keyOf(name);
        if (desk.sql.number("SELECT COUNT(*) FROM principal WHERE login_key = ?", key) > 0) {
            return Optional.empty();
        }
        String id = desk.ids.next();
        String address = Principal.addressOf(id, name);
        desk.sql.update(
                "INSERT INTO principal (id, login, login_key, address, name, password, session)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 1)",
                id,
                name,
                key,
                address,
                shown,
                hash);
        AccountRows.insert(desk, id, shown, id);
        States.next(desk, AccountRows.DIRECTORY, Types.PRINCIPAL);
        CalendarRows.insert(
                desk,
                new CalendarRows.Stored(
                        desk.ids.next(), id, true, Json.object().put("name", "Calendar")));
        return Optional.of(new Principal(id, name, address, shown));
    }

    /** BAD_INPUT for what cannot become an account. */
    static void check(String name, String displayName, String password) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw bad("A name has 1 to " + LONGEST_NAME + " characters.");
        }
        if (name.codePoints().anyMatch(Accounts::isUnfit)) {
            throw bad("A name has no spaces, colons or control characters.");
        }
        if (displayName.length() > LONGEST_DISPLAY_NAME
                || displayName.codePoints().anyMatch(Character::isISOControl)) {
            throw bad(
                    "A display name has at most "
                            + LONGEST_DISPLAY_NAME
                            + " characters and no control characters.");
        }
        checkPassword(password);
    }

    /** BAD_INPUT for a password that is too short or too long. */
    static void checkPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw bad("A password has at least " + SHORTEST_PASSWORD + " characters.");
        }
        if (password.length() > LONGEST_PASSWORD) {
            throw bad("A password has at most " + LONGEST_PASSWORD + " characters.");
        }
    }

    private static boolean isUnfit(int c) {
        return c == ':'
                || Character.isISOControl(c)
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.SURROGATE
                || Character.getType(c) == Character.FORMAT;
    }

    private static Problem bad(String sentence) {
        return new Problem(Problem.Kind.BAD_INPUT, sentence);
    }

    /** Closes the data that {@link #open} opened; those of a running server end with it. */
    @Override
    public void close() {
        if (ownsData) {
            data.close();
        }
    }
}
