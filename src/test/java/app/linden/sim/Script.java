package app.linden.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A whole world: who has which device, and what happens.
 *
 * @param owners of each device, which person's it is
 */
record Script(long seed, List<Integer> owners, List<Step> steps) {
    private static final Step.Kind[] OFTEN = {
        Step.Kind.CREATE, Step.Kind.CREATE_SERIES, Step.Kind.TITLE, Step.Kind.TITLE, Step.Kind.TEXT,
        Step.Kind.TEXT, Step.Kind.PLACE, Step.Kind.WHEN, Step.Kind.WHEN, Step.Kind.KEYWORD,
        Step.Kind.OVERRIDE, Step.Kind.OVERRIDE, Step.Kind.MOVE, Step.Kind.DELETE, Step.Kind.HINT,
        Step.Kind.HINT, Step.Kind.USE_MINE, Step.Kind.KEEP_THEIRS, Step.Kind.UNDO,
                Step.Kind.LATE_ARRIVES
    };

    private static final Step.Kind[] EDITS = {
        Step.Kind.TITLE, Step.Kind.TEXT, Step.Kind.WHEN, Step.Kind.PLACE, Step.Kind.CREATE
    };

    /** The world of a seed; every second one without faults is as long as the others. */
    static Script of(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        int people = 1 + random.nextInt(4);
        int devices = Math.max(2, people + random.nextInt(8 - people + 1) / 2);
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            owners.add(i < people ? i : random.nextInt(people));
        }
        int trouble = random.nextInt(6) == 0 ? 0 : 4 + random.nextInt(7);
        boolean backups = random.nextInt(4) == 0;
        int length = 20 + random.nextInt(60);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int device = random.nextInt(devices);
            int what = random.nextInt(100);
            if (what < 3) {
                beforeACalendarGoes(steps, device, random);
            } else if (what < 6 && backups) {
                putBackAfterAWrite(steps, device, random);
            } else {
                any(steps, device, random, trouble, backups);
            }
        }
        return new Script(seed, owners, steps);
    }

    private static void any(
            List<Step> steps, int device, Random random, int trouble, boolean backups) {
        Step.Kind kind =
                random.nextInt(10) < 4
                        ? Step.Kind.SYNC
                        : random.nextInt(10) < 7
                                ? OFTEN[random.nextInt(OFTEN.length)]
                                : Step.Kind.values()[random.nextInt(Step.Kind.values().length)];
        boolean exchange = kind == Step.Kind.SYNC || kind == Step.Kind.HINT;
        Fault fault =
                exchange && random.nextInt(10) < trouble ? fault(random, backups) : Fault.NONE;
        if (fault.ofWrites || fault == Fault.KILLED_AT_COMMIT) {
            // Something to write.
            steps.add(step(EDITS[random.nextInt(EDITS.length)], device, random));
        }
        steps.add(new Step(kind, device, random.nextInt(1_000_000), fault, at(fault, random)));
        if (backups && random.nextInt(10) == 0) {
            steps.add(new Step(Step.Kind.BACKUP, 0, 0, Fault.NONE, 0));
        }
    }

    private static Step step(Step.Kind kind, int device, Random random) {
        return new Step(kind, device, random.nextInt(1_000_000), Fault.NONE, 0);
    }

    /** Much waits on a device when somebody deletes a calendar there. */
    private static void beforeACalendarGoes(List<Step> steps, int device, Random random) {
        steps.add(step(Step.Kind.CREATE, device, random));
        steps.add(step(Step.Kind.TITLE, device, random));
        steps.add(step(Step.Kind.DELETE_CALENDAR, device, random));
    }

    /** A server that is put back right after it took something. */
    private static void putBackAfterAWrite(List<Step> steps, int device, Random random) {
        steps.add(new Step(Step.Kind.BACKUP, 0, 0, Fault.NONE, 0));
        steps.add(step(EDITS[random.nextInt(EDITS.length)], device, random));
        steps.add(step(Step.Kind.SYNC, device, random));
        steps.add(
                new Step(
                        Step.Kind.SYNC,
                        device,
                        random.nextInt(1_000_000),
                        Fault.SERVER_RESTORED,
                        random.nextInt(2)));
    }

    /** One that needs no broken wire, and that a busy family has all day, comes more often. */
    private static Fault fault(Random random, boolean backups) {
        if (random.nextInt(20) == 0) {
            return Fault.SOMEBODY_QUICKER;
        }
        Fault any = Fault.values()[1 + random.nextInt(Fault.values().length - 1)];
        return any == Fault.SERVER_RESTORED && !backups ? Fault.SHORT_LIST : any;
    }

    private static int at(Fault fault, Random random) {
        boolean toWrites = random.nextInt(3) == 0;
        return fault.ofWrites || fault == Fault.KILLED_AT_COMMIT
                ? random.nextInt(4) / 3
                : toWrites ? SimWire.WRITES : random.nextInt(3);
    }

    Script with(List<Step> other) {
        return new Script(seed, owners, other);
    }

    String text() {
        return "world "
                + seed
                + " "
                + owners.stream().map(String::valueOf).collect(Collectors.joining(" "))
                + "\n"
                + steps.stream().map(Step::line).collect(Collectors.joining("\n"))
                + "\n";
    }

    static Script parse(String text) {
        List<String> lines = text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        String[] head = lines.getFirst().split(" ");
        List<Integer> owners = new ArrayList<>();
        for (int i = 2; i < head.length; i++) {
            owners.add(Integer.parseInt(head[i]));
        }
        return new Script(
                Long.parseLong(head[1]), owners, lines.stream().skip(1).map(Step::of).toList());
    }
}
