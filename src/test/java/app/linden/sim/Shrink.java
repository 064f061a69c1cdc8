package app.linden.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Leaves out of a script what it fails without. */
final class Shrink {
    private Shrink() {}

    /** A script that still fails and none of whose steps can be left out alone. */
    static Script of(Script script, Predicate<Script> fails) {
        List<Step> steps = new ArrayList<>(script.steps());
        for (int size = Math.max(1, steps.size() / 2); size >= 1; size /= 2) {
            boolean smaller = true;
            while (smaller) {
                smaller = false;
                for (int at = 0; at + size <= steps.size(); ) {
                    List<Step> less = new ArrayList<>(steps);
                    less.subList(at, at + size).clear();
                    if (fails.test(script.with(less))) {
                        steps = less;
                        smaller = true;
                    } else {
                        at += size;
                    }
                }
            }
        }
        for (int i = 0; i < steps.size(); i++) {
            Step s = steps.get(i);
            List<Step> calm = new ArrayList<>(steps);
            calm.set(i, new Step(s.kind(), s.device(), s.seed(), Fault.NONE, 0));
            if (s.fault() != Fault.NONE && fails.test(script.with(calm))) {
                steps = calm;
            }
        }
        return script.with(steps);
    }
}
