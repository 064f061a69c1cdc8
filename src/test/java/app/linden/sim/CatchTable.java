package app.linden.sim;

import java.util.Map;
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

    public static void main(String[] args) {
        long most = Long.parseLong(args[0]);
        for (Map.Entry<String, Supplier<Bug>> bug : PlantedBugs.all().entrySet()) {
            if (args.length > 1 && !bug.getKey().contains(args[1])) {
                continue;
            }
            Caught caught = found(bug.getValue(), most);
            System.out.println(
                    "| "
                            + bug.getKey()
                            + " | "
                            + (caught.seed == 0 ? "not found" : caught.seed)
                            + " | "
                            + caught.why);
        }
    }
}
