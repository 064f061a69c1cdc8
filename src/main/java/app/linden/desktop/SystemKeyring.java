package app.linden.desktop;

import app.linden.base.Problem;
import app.linden.calendar.port.Secrets;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;

import java.util.Optional;

/**
 * The Credential Manager of Windows or the Keychain of macOS, by java-keyring. Thread-safe; calls
 * block, on macOS as long as the person needs to answer the system's question. Not tried by
 * Linden's own tests, which run on Linux.
 */
final class SystemKeyring implements Secrets {
    private static final String SERVICE = "Linden";

    private final Keyring keyring;
    private final Labels labels;

    private SystemKeyring(Keyring keyring, Labels labels) {
        this.keyring = keyring;
        this.labels = labels;
    }

    /** Empty on a system that has no keychain of this kind. */
    static Optional<Secrets> open(KeyringStorageType type, Labels labels) {
        try {
            return Optional.of(new SystemKeyring(Keyring.create(type), labels));
        } catch (BackendNotSupportedException e) {
            return Optional.empty();
        }
    }

    /** The library does not tell a secret that is not there from one that cannot be read. */
    @Override
    public synchronized Optional<String> find(String name) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, labels.account(name)));
        } catch (PasswordAccessException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void keep(String name, String secret) {
        try {
            keyring.setPassword(SERVICE, labels.account(name), secret);
        } catch (PasswordAccessException e) {
            throw new Problem(
                    Problem.Kind.STORAGE, "The system's keychain did not keep the password.", e);
        }
    }

    @Override
    public synchronized void forget(String name) {
        if (find(name).isPresent()) {
            try {
                keyring.deletePassword(SERVICE, labels.account(name));
            } catch (PasswordAccessException e) {
                throw new Problem(
                        Problem.Kind.STORAGE,
                        "The system's keychain did not forget the password.",
                        e);
            }
        }
    }

    @Override
    public boolean lasting() {
        return true;
    }
}
