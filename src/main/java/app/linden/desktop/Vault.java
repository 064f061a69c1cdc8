package app.linden.desktop;

import app.linden.base.Problem;
import app.linden.calendar.port.Protection.Place;
import app.linden.calendar.port.Secrets;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The secrets of one profile, wherever they are kept: sealed by a passphrase, else in the system's
 * keychain, else for this run only. Thread-safe; calls block.
 */
public final class Vault implements Secrets {
    /** The environment variable with the passphrase, for those who sit at no window. */
    public static final String PASSPHRASE = "LINDEN_PASSPHRASE";

    /** Stands where a person chose not to keep secrets, so that they are not asked again. */
    static final String THIS_RUN_ONLY = "secrets.this-run";

    /** Asks the person; calls block until there is an answer. */
    public interface Asks {
        /** Nobody is there. */
        Asks NOBODY =
                new Asks() {
                    @Override
                    public Optional<String> passphrase(boolean again) {
                        return Optional.empty();
                    }

                    @Override
                    public Choice choose() {
                        return Choice.NONE;
                    }
                };

        /**
         * The passphrase of sealed secrets.
         *
         * @param again whether the one before was another one
         * @return empty when the person cannot say it
         */
        Optional<String> passphrase(boolean again);

        /** How to keep secrets where there is no keychain. */
        Choice choose();
    }

    /**
     * What a person chose who has no keychain.
     *
     * @param passphrase seals the secrets from now on; null to keep them for this run only
     * @param remembered whether to do the same next time without asking
     */
    public record Choice(@Nullable String passphrase, boolean remembered) {
        /** For this run only, and to be asked again. */
        public static final Choice NONE = new Choice(null, false);

        @Override
        public String toString() {
            return passphrase == null ? "for this run" : "by passphrase";
        }
    }

    private final Path profile;

    // Guarded by this.
    private Place place;
    private Secrets secrets;

    private Vault(Path profile, Place place, Secrets secrets) {
        this.profile = profile;
        this.place = place;
        this.secrets = secrets;
    }

    /**
     * Opens the secrets of a profile.
     *
     * @param profile a folder that is there
     * @param variable answers environment variables, null for one that is not set
     * @param needed whether they hold the key of data that is encrypted, so that none will not do
     * @throws Problem SIGN_IN when the passphrase is wrong or nobody says it, or the keychain with
     *     the key cannot be reached
     */
    public static Vault open(
            Path profile, UnaryOperator<@Nullable String> variable, boolean needed, Asks asks) {
        String given = variable.apply(PASSPHRASE);
        if (given != null && given.isEmpty()) {
            given = null;
        }
        if (SealedSecrets.isIn(profile)) {
            return sealed(profile, given, needed, asks);
        }
        if (needed) {
            return keychain(profile, variable, true)
                    .orElseThrow(() ->
                            new Problem(
                                    Problem.Kind.SIGN_IN,
                                    "The copy of the calendars on this computer is encrypted, and"
                                            + " the system's keychain, which has its key, does not"
                                            + " answer here. Nothing was changed."));
        }
        if (given != null) {
            return bySealing(profile, given);
        }
        if (Files.exists(profile.resolve(THIS_RUN_ONLY))) {
            return new Vault(profile, Place.THIS_RUN, new SecretsOfThisRun());
        }
        return keychain(profile, variable, false)
                .filter(Vault::takesSecrets)
                .orElseGet(() -> chosen(profile, asks.choose()));
    }

    private static Vault sealed(Path profile, @Nullable String given, boolean needed, Asks asks) {
        if (given != null) {
            return new Vault(profile, Place.PASSPHRASE, SealedSecrets.open(profile, given));
        }
        for (Optional<String> typed = asks.passphrase(false);
                typed.isPresent();
                typed = asks.passphrase(true)) {
            try {
                return new Vault(
                        profile, Place.PASSPHRASE, SealedSecrets.open(profile, typed.get()));
            } catch (Problem e) {
                if (e.kind() != Problem.Kind.SIGN_IN) {
                    throw e;
                }
            }
        }
        if (needed) {
            throw new Problem(
                    Problem.Kind.SIGN_IN,
                    "The copy of the calendars on this computer is encrypted; please give its"
                            + " passphrase in "
                            + PASSPHRASE
                            + ".");
        }
        return new Vault(profile, Place.THIS_RUN, new SecretsOfThisRun());
    }

    private static Optional<Vault> keychain(
            Path profile, UnaryOperator<@Nullable String> variable, boolean needed) {
        return Keychain.of(System.getProperty("os.name", ""), profile, variable, needed)
                .map(k -> new Vault(profile, Place.KEYCHAIN, k));
    }

    /** A keychain that is locked, and stays so, is none for somebody who has no key in it. */
    private static boolean takesSecrets(Vault vault) {
        try {
            vault.keep("the profile that these belong to", vault.profile.toString());
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    private static Vault chosen(Path profile, Choice choice) {
        String passphrase = choice.passphrase();
        if (passphrase != null) {
            return bySealing(profile, passphrase);
        }
        if (choice.remembered()) {
            remember(profile);
        }
        return new Vault(profile, Place.THIS_RUN, new SecretsOfThisRun());
    }

    private static Vault bySealing(Path profile, String passphrase) {
        Vault vault = new Vault(profile, Place.THIS_RUN, new SecretsOfThisRun());
        vault.seal(passphrase);
        return vault;
    }

    private static void remember(Path profile) {
        Path file = profile.resolve(THIS_RUN_ONLY);
        try {
            Files.writeString(
                    file,
                    "Passwords of this profile are kept for a run of Linden only, by the person's"
                            + " choice. Remove this file to be asked again.\n");
        } catch (IOException e) {
            throw new Problem(Problem.Kind.STORAGE, "The file " + file + " cannot be made.", e);
        }
    }

    /**
     * Renames sealed secrets whose passphrase is lost, if there are any, so that the next opening
     * begins anew.
     *
     * @param mark a word for the new name
     */
    public static void setAside(Path profile, String mark) {
        SealedSecrets.setAside(profile, mark);
    }

    /** Where secrets are kept now. */
    public synchronized Place place() {
        return place;
    }

    /**
     * Seals the secrets by a passphrase from now on, or by another one than before. Data is
     * encrypted when it is opened the next time.
     *
     * @throws Problem STORAGE when they cannot be written, BAD_INPUT when the passphrase is empty
     *     or they are in the keychain
     */
    public synchronized void seal(String passphrase) {
        if (passphrase.isEmpty()) {
            throw new Problem(Problem.Kind.BAD_INPUT, "A passphrase has at least one character.");
        }
        secrets =
                switch (secrets) {
                    case SecretsOfThisRun kept ->
                            SealedSecrets.make(profile, passphrase, kept.all());
                    case SealedSecrets kept -> SealedSecrets.make(profile, passphrase, kept.all());
                    default ->
                            throw new Problem(
                                    Problem.Kind.BAD_INPUT,
                                    "These secrets are in the system's keychain and need no"
                                            + " passphrase.");
                };
        place = Place.PASSPHRASE;
        try {
            Files.deleteIfExists(profile.resolve(THIS_RUN_ONLY));
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE, "The folder " + profile + " cannot be written to.", e);
        }
    }

    @Override
    public Optional<String> find(String name) {
        return current().find(name);
    }

    @Override
    public void keep(String name, String secret) {
        current().keep(name, secret);
    }

    @Override
    public void forget(String name) {
        current().forget(name);
    }

    @Override
    public boolean lasting() {
        return current().lasting();
    }

    private synchronized Secrets current() {
        return secrets;
    }
}
