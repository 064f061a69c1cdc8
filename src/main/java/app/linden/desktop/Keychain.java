package app.linden.desktop;

import app.linden.base.Problem;
import app.linden.calendar.port.Secrets;

import com.github.javakeyring.KeyringStorageType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Finds the keychain of the system that Linden runs on. Calls block. */
final class Keychain {
    private static final String ID = "profile.id";

    private Keychain() {}

    /**
     * The keychain that answers, with the secrets of this profile; empty when there is none.
     *
     * @param needed whether it is known to have secrets of this profile, so that it may take its
     *     time
     * @param variable answers environment variables, null for one that is not set
     */
    static Optional<Secrets> of(
            String system, Path profile, UnaryOperator<@Nullable String> variable, boolean needed) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("mac")) {
            return SystemKeyring.open(KeyringStorageType.OSX_KEYCHAIN, labels(profile));
        }
        if (os.contains("win")) {
            return SystemKeyring.open(KeyringStorageType.WINDOWS_CREDENTIAL_STORE, labels(profile));
        }
        Optional<String> bus = Bus.ofThisPerson(variable);
        if (bus.isEmpty()) {
            return Optional.empty();
        }
        SecretService service = new SecretService(bus.get(), labels(profile));
        return service.answers(needed ? SecretService.PATIENCE : SecretService.ANSWER)
                ? Optional.of(service)
                : Optional.empty();
    }

    /** The profile's id is no secret; it is made when a keychain is first used. */
    private static Labels labels(Path profile) {
        Path file = profile.resolve(ID);
        try {
            try {
                Files.writeString(
                        file,
                        UUID.randomUUID().toString(),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.SYNC);
            } catch (FileAlreadyExistsException e) {
                return new Labels(read(file));
            }
            return new Labels(read(file));
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The file " + file + " cannot be used.", e);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).strip();
    }
}
