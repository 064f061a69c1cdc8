package app.linden.model;

import app.linden.model.RandomRules.Case;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares random rules with ical4j in their time zones, instant by instant, and counts the
 * differences by the {@link Departure departures} that explain them: the fewest with which {@link
 * Ical4jModel} foretells exactly what ical4j gave. What none explain is not understood.
 */
final class RuleDifferences {
    private static final int MOST_SHOWN = 10;

    final Map<String, Integer> kinds = new TreeMap<>();
    final Map<Departure, Integer> concerned = new TreeMap<>();
    final Map<Departure, Integer> differing = new TreeMap<>();
    final Map<String, Integer> frequencies = new TreeMap<>();
    final List<String> notUnderstood = new ArrayList<>();
    final Map<String, String> examples = new TreeMap<>();
    int rules;
    int acrossChanges;
    int skips;
    int skipsThatMove;
    int justTheStart;
    int agreed;
    int tooSlow;

    /** {@code -Dseed=}, {@code -Drules=}; rule i is that of the seed plus i. */
    public static void main(String[] args) {
        long seed = Long.getLong("seed", 20_261_124);
        RuleDifferences differences = new RuleDifferences();
        for (int i = 0; i < Integer.getInteger("rules", 2_000); i++) {
            differences.compare(seed + i);
            if (i % 10_000 == 9_999) {
                System.out.println(i + 1 + ": " + differences.notUnderstood);
            }
        }
        System.out.println("-Dseed=" + seed);
        System.out.println(differences);
    }

    void compare(long seed) {
        compare(new RandomRules(new Random(seed)).next(), "-Dseed=" + seed);
    }

    private void compare(Case one, String name) {
        rules++;
        frequencies.merge(one.rule().frequency(), 1, Integer::sum);
        skips += one.has("skip") ? 1 : 0;
        acrossChanges += one.changesClock() ? 1 : 0;
        List<Instant> theirs;
        try {
            theirs = Ical4j.starts(one);
        } catch (Ical4j.TooSlow e) {
            tooSlow++;
            return;
        }
        List<Instant> ours = ours(one);
        justTheStart += ours.size() == 1 ? 1 : 0;
        skipsThatMove += one.has("skip") && !ours.equals(ours(one.without("skip"))) ? 1 : 0;
        Set<Departure> possible = EnumSet.noneOf(Departure.class);
        for (Departure d : Departure.values()) {
            if (d.concerns(one)) {
                possible.add(d);
                concerned.merge(d, 1, Integer::sum);
            }
        }
        if (!ours.equals(Ical4jModel.starts(one, Set.of()))) {
            missed(
                    one,
                    name + " Linden is not what the standards say",
                    ours,
                    Ical4jModel.starts(one, Set.of()));
        } else if (!theirs.equals(Ical4jModel.starts(one, possible))) {
            missed(
                    one,
                    name + " ical4j is not as foretold",
                    Ical4jModel.starts(one, possible),
                    theirs);
        } else if (ours.equals(theirs)) {
            agreed++;
        } else {
            Set<Departure> least = least(one, theirs, List.copyOf(possible));
            least.forEach(d -> differing.merge(d, 1, Integer::sum));
            String kind = least.stream().map(Enum::name).collect(Collectors.joining(" + "));
            kinds.merge(kind, 1, Integer::sum);
            String example = one + difference(ours, theirs);
            examples.merge(kind, example, (a, b) -> a.length() <= b.length() ? a : b);
        }
    }

    private void missed(Case one, String what, List<Instant> expected, List<Instant> found) {
        notUnderstood.add(what + ": " + one + difference(expected, found));
    }

    static List<Instant> ours(Case one) {
        return RandomRulesTest.ours(one).stream()
                .map(t -> t.atZone(one.zoneId()).toInstant())
                .filter(at -> at.isBefore(one.end()))
                .sorted()
                .distinct()
                .toList();
    }

    /** The fewest departures that explain what ical4j gives. */
    private static Set<Departure> least(Case one, List<Instant> theirs, List<Departure> possible) {
        for (int size = 1; size < possible.size(); size++) {
            for (int bits = 0; bits < 1 << possible.size(); bits++) {
                if (Integer.bitCount(bits) != size) {
                    continue;
                }
                Set<Departure> some = EnumSet.noneOf(Departure.class);
                for (int i = 0; i < possible.size(); i++) {
                    if ((bits & 1 << i) != 0) {
                        some.add(possible.get(i));
                    }
                }
                if (Ical4jModel.starts(one, some).equals(theirs)) {
                    return some;
                }
            }
        }
        return EnumSet.copyOf(possible);
    }

    private static String difference(List<Instant> expected, List<Instant> found) {
        List<Instant> missing = new ArrayList<>(expected);
        missing.removeAll(Set.copyOf(found));
        List<Instant> extra = new ArrayList<>(found);
        extra.removeAll(Set.copyOf(expected));
        return "\n      missing "
                + missing.size()
                + missing.stream().limit(4).toList()
                + " extra "
                + extra.size()
                + extra.stream().limit(4).toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(rules).append(" rules ").append(frequencies);
        text.append(", ").append(acrossChanges).append(" across changes of the clock, ");
        text.append(skips).append(" with SKIP, which moves a day in ").append(skipsThatMove);
        text.append(", ").append(justTheStart).append(" give no more than the start\n");
        text.append(agreed).append(" agree\n");
        text.append(tooSlow).append(" were too slow\n");
        text.append(notUnderstood.size()).append(" not understood\n");
        kinds.forEach(
                (kind, n) -> text.append("  ").append(n).append(' ').append(kind).append('\n'));
        text.append("of each departure: rules that it can concern, rules that differ by it\n");
        concerned.forEach((d, n) ->
                text.append("  ")
                        .append(d)
                        .append(' ')
                        .append(n)
                        .append(' ')
                        .append(differing.getOrDefault(d, 0))
                        .append('\n'));
        examples.forEach((kind, e) -> text.append(kind).append("\n    ").append(e).append('\n'));
        notUnderstood.stream().limit(MOST_SHOWN).forEach(u -> text.append(u).append('\n'));
        return text.toString();
    }
}
