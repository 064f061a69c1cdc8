package app.linden.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/**
 * What asking the keychain costs the start: the first question of a process, and later ones, to
 * GNOME Keyring on a bus of its own. Main without arguments.
 */
final class KeychainMeasure {
    private static final int ROUNDS = 20;

    private KeychainMeasure() {}

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("linden-keychain");
        try (GnomeKeyring keyring = GnomeKeyring.start(home)) {
            keyring.run(
                    "sh",
                    "-c",
                    "printf key | secret-tool store --label=x xdg:schema app.linden.Secret"
                            + " profile one name key");
            SecretService secrets = new SecretService(keyring.address, new Labels("one"));
            double[] times = new double[ROUNDS + 1];
            double cpu = cpu();
            for (int i = 0; i <= ROUNDS; i++) {
                long start = System.nanoTime();
                if (!secrets.find("key").orElse("").equals("key")) {
                    throw new IllegalStateException("not found");
                }
                times[i] = (System.nanoTime() - start) / 1e6;
                if (i == 0) {
                    cpu = cpu() - cpu;
                }
            }
            double first = times[0];
            double[] later = Arrays.copyOfRange(times, 1, times.length);
            Arrays.sort(later);
            System.out.printf(
                    "first %.0f ms (%.0f ms of CPU), later %.1f ms (median of %d)%n",
                    first, cpu, later[ROUNDS / 2], ROUNDS);
        }
        System.exit(0);
    }

    /** What all threads of this process used, in ms. */
    private static double cpu() {
        return ProcessHandle.current().info().totalCpuDuration().map(Duration::toNanos).orElse(0L)
                / 1e6;
    }
}
