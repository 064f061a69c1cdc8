package app.linden.fuzz;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

/** What a target asserts, without any test library, so that the fuzzer's class path stays small. */
final class Holds {
    private Holds() {}

    static void that(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static void same(@Nullable Object expected, @Nullable Object actual, String what) {
        if (!Objects.equals(expected, actual)) {
            String one = String.valueOf(expected);
            String other = String.valueOf(actual);
            int at = Math.max(0, Arrays.mismatch(one.toCharArray(), other.toCharArray()) - 150);
            throw new AssertionError(
                    what + "\n expected: …" + from(one, at) + "\n   actual: …" + from(other, at));
        }
    }

    /** Runs what may refuse its input, in a sentence, but may not fail in any other way. */
    static <T> @Nullable T orRefused(Supplier<@Nullable T> act) {
        try {
            return act.get();
        } catch (Problem problem) {
            refusal(problem);
            return null;
        }
    }

    static void refusal(Problem problem) {
        that(problem.kind() == Problem.Kind.BAD_INPUT, "a refusal is BAD_INPUT: " + problem);
        that(!Problem.sentence(problem).isBlank(), "a refusal has a sentence");
    }

    private static String from(String text, int at) {
        return at >= text.length() ? "" : text.substring(at, Math.min(text.length(), at + 400));
    }
}
