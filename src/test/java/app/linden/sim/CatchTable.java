package app.linden.sim;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says in which world each planted bug is found first; the argument is how many to try at most. */
public final class CatchTable {
    private CatchTable() {}

    /**
     * The first world that a bug fails in.
     *
     * @param seed 0 when it is not among the first
     */
    record Caught(long seed, String why) {}

    static Caught found(Supplier<Bug> bug, long most) {
        for (long seed = 1; seed <= most; seed++) {
            Worlds.Result result = Worlds.run(Script.of(seed), bug);
            if (result.failed()) {
                return new Caught(seed, result.failure().lines().findFirst().orElse(""));
            }
        }
        return new Caught(0, "");
    }

    public static void main(String[] args) throws InterruptedException {
        long most = Long.parseLong(args[0]);
        ExecutorService threads = Worlds.threads();
        PlantedBugs.all()
                .forEach((name, bug) -> {
                    if (args.length < 2 || name.contains(args[1])) {
                        threads.execute(() -> {
                            Caught caught = found(bug, most);
                            String at = caught.seed == 0 ? "not found" : "" + caught.seed;
                            System.out.println("| " + name + " | " + at + " | " + caught.why);
                        });
                    }
                });
        threads.shutdown();
        threads.awaitTermination(365, TimeUnit.DAYS);
    }
}
