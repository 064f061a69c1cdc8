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

    /** The world of a seed; every second one without faults is as long as the others. */
    static Script of(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        int people = 1 + random.nextInt(4);
        int devices = Math.max(2, people + random.nextInt(8 - people + 1) / 2);
        List<Integer> owners = new ArrayList<>();
        for (int i = 0; i < devices; i++) {
            owners.add(i < people ? i : random.nextInt(people));
        }
        int trouble = random.nextInt(4) == 0 ? 0 : 2 + random.nextInt(8);
        boolean backups = random.nextInt(4) == 0;
        int length = 20 + random.nextInt(60);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int device = random.nextInt(devices);
            Step.Kind kind =
                    random.nextInt(10) < 4
                            ? Step.Kind.SYNC
                            : random.nextInt(10) < 7
                                    ? OFTEN[random.nextInt(OFTEN.length)]
                                    : Step.Kind.values()[random.nextInt(Step.Kind.values().length)];
            boolean exchange = kind == Step.Kind.SYNC || kind == Step.Kind.HINT;
            Fault fault =
                    exchange && random.nextInt(10) < trouble ? fault(random, backups) : Fault.NONE;
            steps.add(new Step(kind, device, random.nextInt(1_000_000), fault, at(fault, random)));
            if (backups && random.nextInt(10) == 0) {
                steps.add(new Step(Step.Kind.BACKUP, 0, 0, Fault.NONE, 0));
            }
        }
        return new Script(seed, owners, steps);
    }

    /** Two that need no broken wire, and that a busy family has all day, come more often. */
    private static Fault fault(Random random, boolean backups) {
        return switch (random.nextInt(10)) {
            case 0 -> Fault.SOMEBODY_QUICKER;
            case 1 -> Fault.EDITED_MEANWHILE;
            case 2 -> backups ? Fault.SERVER_RESTORED : Fault.ALWAYS_QUICKER;
            default -> {
                Fault any = Fault.values()[random.nextInt(Fault.values().length)];
                yield any == Fault.SERVER_RESTORED && !backups ? Fault.SHORT_LIST : any;
            }
        };
    }

    private static int at(Fault fault, Random random) {
        boolean toWrites = random.nextInt(3) == 0;
        return fault.ofWrites
                ? random.nextInt(2)
                : toWrites ? SimWire.WRITES + random.nextInt(2) : random.nextInt(5);
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
