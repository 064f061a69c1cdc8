package app.linden.server;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the host of a server does for its people, whether the server runs at the moment or not.
 * Calls block until what they did is safe on disk.
 */
public interface Reception extends AutoCloseable {
    /**
     * A new account with one default calendar.
     *
     * @param name what one signs in with: 1 to 64 characters without control characters, white
     *     space or colons; upper and lower case are the same
     * @param displayName what others see; the name where it is blank
     * @param password 8 characters at least
     * @return the id of the principal and of its account
     * @throws app.linden.base.Problem BAD_INPUT when the name is taken or invalid, or the password
     *     too short
     */
    String add(String name, String displayName, String password);

    /**
     * A link by which people make accounts of their own.
     *
     * @param days until it ends, 1 to 366
     * @param uses how many may use it, 1 to 1000
     * @throws app.linden.base.Problem BAD_INPUT for other numbers, or where nobody knows at which
     *     address the server will answer, since it never ran
     */
    String invite(int days, int uses);

    /**
     * Writes all data of the server to a new file.
     *
     * @param file an absolute path; where the server runs, on its machine and with its rights
     * @throws app.linden.base.Problem BAD_INPUT when it is there already or cannot be written
     */
    void backUp(Path file);

    @Override
    void close();

    /**
     * The reception of the server whose data is in this folder: through the server when it runs,
     * else with its data.
     *
     * @param database the address of its PostgreSQL database; null where its data is in the folder
     * @throws app.linden.base.Problem STORAGE when the data cannot be used
     */
    static Reception at(Path data, @Nullable String database) {
        Optional<Reception> running = HatchCaller.find(data);
        return running.isPresent() ? running.get() : Accounts.open(data, database);
    }
}
