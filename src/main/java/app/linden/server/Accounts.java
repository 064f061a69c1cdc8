package app.linden.server;

import app.linden.base.Problem;
import app.linden.model.Json;

import java.nio.file.Path;
import java.time.InstantSource;

/**
 * The people of a server. Thread-safe; calls block until what they did is safe on disk.
 *
 * <p>Comes with a running server, or by {@link #open} for data that no server has open.
 */
public final class Accounts implements AutoCloseable {
    private static final int LONGEST_NAME = 64;
    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 1_000;
    private static final int LONGEST_DISPLAY_NAME = 255;

    private final ServerData data;
    private final Commits commits;
    private final boolean ownsData;

    Accounts(ServerData data, Commits commits, boolean ownsData) {
        this.data = data;
        this.commits = commits;
        this.ownsData = ownsData;
    }

    /**
     * Opens the accounts of a data folder without serving it; close it afterwards.
     *
     * @throws Problem STORAGE when a server has this data open
     */
    public static Accounts open(Path data) {
        ServerData opened = ServerData.open(data, InstantSource.system());
        return new Accounts(opened, new Commits(opened, notices -> {}), true);
    }

    /**
     * A new account with one default calendar.
     *
     * @param name what one signs in with: 1 to 64 characters without control characters, white
     *     space or colons; upper and lower case are the same
     * @param displayName what others see; the name where it is blank
     * @param password 8 characters at least
     * @return the id of the principal and of its account
     * @throws Problem BAD_INPUT when the name is taken or invalid, or the password too short
     */
    public String add(String name, String displayName, String password) {
        check(name, displayName, password);
        String hash = Passwords.hash(password);
        String shown = displayName.isBlank() ? name : displayName.strip();
        return commits.run(desk -> {
            String key = Principal.keyOf(name);
            if (desk.sql.number("SELECT COUNT(*) FROM principal WHERE login_key = ?", key) > 0) {
                throw bad("There is already an account with the name “" + name + "”.");
            }
            String id = data.ids().next();
            desk.sql.update(
                    "INSERT INTO principal (id, login, login_key, address, name, password, session)"
                            + " VALUES (?, ?, ?, ?, ?, ?, 1)",
                    id,
                    name,
                    key,
                    Principal.addressOf(id, name),
                    shown,
                    hash);
            AccountRows.insert(desk, id, shown, id);
            States.next(desk.sql, AccountRows.DIRECTORY, Types.PRINCIPAL);
            CalendarRows.insert(
                    desk,
                    new CalendarRows.Stored(
                            data.ids().next(), id, true, Json.object().put("name", "Calendar")));
            return id;
        });
    }

    private static void check(String name, String displayName, String password) {
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
