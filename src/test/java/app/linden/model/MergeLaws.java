package app.linden.model;

import app.linden.model.Merge.Clash;
import app.linden.model.Merge.Merged;
import app.linden.model.MergeTriples.Triple;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The laws of merging, held against random triples. Main: {@code MergeLaws COUNT SEED}; triple
 * number i is made from SEED + i, so a failure is repeated by {@code MergeLaws 1} and the seed that
 * it names.
 */
final class MergeLaws {
    private static final long TOLD = 1_000_000;

    private final Triple of;

    private MergeLaws(Triple of) {
        this.of = of;
    }

    /** What a run met; a law that is never tried proves nothing. */
    static final class Met {
        final AtomicLong triples = new AtomicLong();
        final AtomicLong bothSides = new AtomicLong();
        final AtomicLong withCards = new AtomicLong();
        final AtomicLong cards = new AtomicLong();

        private void note(Triple t, Merged merged) {
            triples.incrementAndGet();
            if (!t.mine().equals(t.base()) && !t.theirs().equals(t.base())) {
                bothSides.incrementAndGet();
            }
            if (!merged.clashes().isEmpty()) {
                withCards.incrementAndGet();
                cards.addAndGet(merged.clashes().size());
            }
        }

        @Override
        public String toString() {
            return "%,d triples, of which both sides changed in %,d; %,d with cards, %,d cards"
                    .formatted(triples.get(), bothSides.get(), withCards.get(), cards.get());
        }
    }

    public static void main(String[] args) {
        long count = Long.parseLong(args[0]);
        long seed = Long.parseLong(args[1]);
        long start = System.nanoTime();
        Met met = new Met();
        LongStream.range(seed, seed + count)
                .parallel()
                .forEach(s -> {
                    check(s, met);
                    long done = met.triples.get();
                    if (done % TOLD == 0) {
                        System.out.printf(
                                "%,d after %d s%n",
                                done, (System.nanoTime() - start) / 1_000_000_000);
                    }
                });
        System.out.printf(
                "All laws hold. Seed %d: %s; %d s%n",
                seed, met, (System.nanoTime() - start) / 1_000_000_000);
    }

    /**
     * @throws AssertionError with the seed when a law does not hold
     */
    static void check(long seed, Met met) {
        Triple triple = MergeTriples.of(seed);
        try {
            met.note(triple, new MergeLaws(triple).all());
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "seed %d: %s%nbase   %s%nmine   %s%ntheirs %s"
                            .formatted(
                                    seed,
                                    e,
                                    Json.canonical(triple.base()),
                                    Json.canonical(triple.mine()),
                                    Json.canonical(triple.theirs())),
                    e);
        }
    }

    private Merged all() {
        ObjectNode b = of.base();
        ObjectNode l = of.mine();
        ObjectNode r = of.theirs();
        ObjectNode[] before = {b.deepCopy(), l.deepCopy(), r.deepCopy()};
        identity(b, l, r);
        Merged merged = Merge.merge(b, l, r);
        new MergeUnits(b, l, r, merged).check();
        if (of.base().size() % 4 == 0) {
            bytes(merged);
        }
        again(merged);
        patches(merged);
        otherWayRound(merged, Merge.merge(b, r, l));
        oneByOne(merged);
        law(
                "what is merged stays as it was",
                b.equals(before[0]) && l.equals(before[1]) && r.equals(before[2]));
        return merged;
    }

    private static void identity(ObjectNode b, ObjectNode l, ObjectNode r) {
        Merged theirs = Merge.merge(b, b, r);
        law("mine did not change: theirs", theirs.result(), r);
        law("mine did not change: no card", theirs.clashes().isEmpty());
        Merged mine = Merge.merge(b, l, b);
        law("theirs did not change: mine", owned(mine.result(), l), l);
        law("theirs did not change: no card", mine.clashes().isEmpty());
        Merged same = Merge.merge(b, l, l);
        law("both the same: that", same.result(), l);
        law("both the same: no card", same.clashes().isEmpty());
    }

    /** Another device holds the same with its members in another order. */
    private void bytes(Merged merged) {
        Merged other =
                Merge.merge(backwards(of.base()), backwards(of.mine()), backwards(of.theirs()));
        law("equal bytes", Json.canonical(other.result()).equals(Json.canonical(merged.result())));
        law("equal cards", other.clashes().equals(merged.clashes()));
    }

    private static ObjectNode backwards(ObjectNode object) {
        ObjectNode copy = Json.object();
        for (String name : List.copyOf(object.propertyNames()).reversed()) {
            JsonNode value = object.get(name);
            copy.set(name, value instanceof ObjectNode o ? backwards(o) : value);
        }
        return copy;
    }

    /** A pull that is repeated after the merge changes nothing. */
    private void again(Merged merged) {
        Merged again = Merge.merge(of.theirs(), merged.result(), of.theirs());
        law("merged again: the same", again.result(), merged.result());
        law("merged again: no card", again.clashes().isEmpty());
    }

    private void patches(Merged merged) {
        law(
                "the difference to the base, applied to it",
                MergeUnits.alike(
                        Patch.between(of.base(), merged.result()).apply(of.base()),
                        merged.result()));
        law(
                "what is sent, applied to what the server has",
                MergeUnits.alike(
                        Merge.changesToSend(of.theirs(), merged.result()).apply(of.theirs()),
                        merged.result()));
    }

    /**
     * Whoever comes second, when the cards are answered alike both devices end with the same. Where
     * one removed what the other changed, only the one who removed is asked, and only when coming
     * second; the value stays until then.
     */
    private void otherWayRound(Merged merged, Merged swapped) {
        ObjectNode mine = merged.result();
        ObjectNode theirs = swapped.result();
        Set<Clash> mirrored = new HashSet<>();
        for (Clash c : swapped.clashes()) {
            if (isGhost(c)) {
                theirs = Merge.taking(theirs, c.mine());
            } else if (!isRemoval(c)) {
                mirrored.add(new Clash(c.unit(), /* mine= */ c.theirs(), /* theirs= */ c.mine()));
            }
        }
        Set<Clash> asked = new HashSet<>();
        // Backwards, since "when" stands first and moves what the others point to.
        for (Clash c : merged.clashes().reversed()) {
            if (!isRemoval(c)) {
                mine = Merge.taking(mine, c.mine());
            }
            if (!isRemoval(c) && !isGhost(c)) {
                asked.add(c);
            }
        }
        if (swapped.result().path("start").equals(merged.result().path("start"))) {
            law("the other is asked the same", asked.equals(mirrored), asked, mirrored);
        }
        if (!canMove()) {
            return;
        }
        law("the same in the end", MergeUnits.alike(owned(mine, theirs), theirs), mine, theirs);
    }

    /**
     * Whether overrides can go with a series that moves: it starts at some time and they are a map.
     */
    private boolean canMove() {
        return Stream.of(of.base(), of.half(), of.mine(), of.theirs())
                .noneMatch(e ->
                        e.path("start").asString("").equals(MergeTriples.NEVER)
                                || e.path("recurrenceOverrides").isString());
    }

    private static boolean isRemoval(Clash c) {
        return c.unit().contains("/") && c.mine().path(c.unit()).isNull();
    }

    private static boolean isGhost(Clash c) {
        return c.unit().contains("/") && c.theirs().path(c.unit()).isNull();
    }

    /** Edits that were made one after another give what they give together. */
    private void oneByOne(Merged merged) {
        Merged first = Merge.merge(of.base(), of.half(), of.theirs());
        Merged second = Merge.merge(of.half(), of.mine(), first.result());
        Set<String> mine = units(of.base(), of.half());
        // What I changed to theirs and on, or back, is no change of the fold.
        if (areApart(mine, units(of.base(), of.theirs()))
                && areApart(mine, units(of.half(), of.mine()))
                && canMove()
                && merged.clashes().isEmpty()
                && first.clashes().isEmpty()
                && second.clashes().isEmpty()) {
            law(
                    "one by one as together",
                    MergeUnits.alike(second.result(), merged.result()),
                    second.result(),
                    merged.result());
        }
    }

    private static boolean areApart(Set<String> some, Set<String> others) {
        return some.stream()
                .noneMatch(s -> others.stream().anyMatch(o -> s.startsWith(o) || o.startsWith(s)));
    }

    private static Set<String> units(ObjectNode before, ObjectNode after) {
        return Patch.between(before, after).changes().keySet().stream()
                .map(Merge::unit)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** With what only the server sets as it is in {@code like}. */
    private static ObjectNode owned(ObjectNode of, ObjectNode like) {
        ObjectNode copy = of.deepCopy();
        for (String name : Units.SERVER_OWNED) {
            JsonNode value = like.get(name);
            if (value == null) {
                copy.remove(name);
            } else {
                copy.set(name, value);
            }
        }
        return copy;
    }

    static void law(String name, ObjectNode is, ObjectNode should) {
        if (!is.equals(should)) {
            throw new AssertionError(name + ": " + Json.canonical(is));
        }
    }

    static void law(String name, boolean holds) {
        if (!holds) {
            throw new AssertionError(name);
        }
    }

    /** What is shown when it does not hold is costly to write, and there are many to check. */
    static void law(String name, boolean holds, Object... shown) {
        if (!holds) {
            throw new AssertionError(name + ": " + Arrays.asList(shown));
        }
    }
}
