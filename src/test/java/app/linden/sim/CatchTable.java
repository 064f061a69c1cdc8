package app.linden.sim;

import java.util.Map;
import java.util.function.Supplier;

/** Says in which world each planted bug is found first; the argument is how many to try at most. */
public final class CatchTable {
    private CatchTable() {}

    /** The number of the first world that a bug fails in, 0 when it is not among the first. */
    static long found(Supplier<Bug> bug, long most) {
        for (long seed = 1; seed <= most; seed++) {
            if (Worlds.run(Script.of(seed), bug).failed()) {
                return seed;
            }
        }
        return 0;
    }

    public static void main(String[] args) {
        long most = Long.parseLong(args[0]);
        for (Map.Entry<String, Supplier<Bug>> bug : PlantedBugs.all().entrySet()) {
            if (args.length > 1 && !bug.getKey().contains(args[1])) {
                continue;
            }
            long at = found(bug.getValue(), most);
            String why = "";
            if (at > 0) {
                why = Worlds.run(Script.of(at), bug.getValue()).failure().lines().findFirst().get();
            }
            System.out.println(
                    "| " + bug.getKey() + " | " + (at == 0 ? "not found" : at) + " | " + why);
        }
    }
}
