package app.linden.desktop;

import app.linden.base.DurableMove;
import app.linden.base.Problem;
import app.linden.calendar.port.Secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Secrets in one file of the profile, sealed by a passphrase. Thread-safe. The file is replaced as
 * a whole, so a crash leaves the old or the new one.
 */
public final class SealedSecrets implements Secrets {
    private static final String NAME = "secrets.sealed";

    private final Path file;
    private final Seal seal;

    // Guarded by this.
    private final Map<String, String> secrets;

    private SealedSecrets(Path file, Seal seal, Map<String, String> secrets) {
        this.file = file;
        this.seal = seal;
        this.secrets = new TreeMap<>(secrets);
    }

    /** Whether a profile has sealed secrets, so that a passphrase is needed to use them. */
    public static boolean isIn(Path profile) {
        return Files.exists(profile.resolve(NAME));
    }

    /** Renames the file, if there is one; it is kept. */
    static void setAside(Path profile, String mark) {
        Path file = profile.resolve(NAME);
        try {
            for (int n = 1; Files.exists(file); n++) {
                Path aside = profile.resolve("secrets-set-aside-" + mark + "-" + n + ".sealed");
                if (!Files.exists(aside)) {
                    Files.move(file, aside);
                }
            }
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The file " + file + " cannot be renamed.", e);
        }
    }

    /**
     * Seals these secrets by a passphrase, in place of what is sealed in the profile.
     *
     * @throws Problem STORAGE when they cannot be written; then all is as before
     */
    static SealedSecrets make(Path profile, String passphrase, Map<String, String> secrets) {
        SealedSecrets made =
                new SealedSecrets(profile.resolve(NAME), Seal.fresh(passphrase), Map.of());
        made.save(secrets);
        return made;
    }

    /**
     * Opens the secrets of a profile, or makes ready to write the first one. Takes a fraction of a
     * second.
     *
     * @throws Problem SIGN_IN when the passphrase is another one; STORAGE when the file cannot be
     *     read
     */
    public static SealedSecrets open(Path profile, String passphrase) {
        Path file = profile.resolve(NAME);
        if (!Files.exists(file)) {
            return new SealedSecrets(file, Seal.fresh(passphrase), Map.of());
        }
        try {
            Seal.Sealed sealed = Seal.Sealed.read(Files.readAllBytes(file));
            Seal seal = Seal.of(passphrase, sealed);
            return new SealedSecrets(file, seal, seal.open(sealed));
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE, "The sealed secrets " + file + " cannot be read.", e);
        }
    }

    synchronized Map<String, String> all() {
        return Map.copyOf(secrets);
    }

    @Override
    public synchronized Optional<String> find(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public synchronized void keep(String name, String secret) {
        Map<String, String> next = new TreeMap<>(secrets);
        next.put(name, secret);
        save(next);
    }

    @Override
    public synchronized void forget(String name) {
        if (secrets.containsKey(name)) {
            Map<String, String> next = new TreeMap<>(secrets);
            next.remove(name);
            save(next);
        }
    }

    @Override
    public boolean lasting() {
        return true;
    }

    /** In memory only what is on disk: a failed write changes nothing. */
    private void save(Map<String, String> next) {
        Path fresh = file.resolveSibling(NAME + ".new");
        try {
            Files.deleteIfExists(fresh);
            write(fresh, seal.close(next));
            DurableMove.replace(fresh, file);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The password cannot be kept.", e);
        }
        secrets.clear();
        secrets.putAll(next);
    }

    private static void write(Path to, byte[] bytes) throws IOException {
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        boolean posix = to.getFileSystem().supportedFileAttributeViews().contains("posix");
        try (FileChannel channel =
                posix
                        ? FileChannel.open(
                                to,
                                options,
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")))
                        : FileChannel.open(to, options)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
