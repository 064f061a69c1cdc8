package app.linden.base;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out of words for a log what may be about a person: quoted titles, addresses, paths, tokens.
 * Any thread.
 */
public final class Redaction {
    private record Rule(Pattern pattern, String by) {
        static Rule of(String pattern, String by) {
            return new Rule(Pattern.compile(pattern), by);
        }
    }

    private static final int DEEPEST = 8;
    private static final int MOST_FRAMES = 60;

    /** In this order: an address may stand in quotes, a token in an address. */
    private static final List<Rule> RULES =
            List.of(
                    Rule.of("[“„«][^”“»]*[”“»]", "[text]"),
                    Rule.of("\"[^\"]*\"", "[text]"),
                    Rule.of("(?<![\\p{L}\\p{N}])['‘‚][^'’‘]*['’‘](?![\\p{L}\\p{N}])", "[text]"),
                    Rule.of("(?i)\\b(bearer|basic)\\s+\\S+", "$1 [secret]"),
                    Rule.of(
                            "(?i)\\b(\\w*(?:passw|passphrase|token|secret|code|key)\\w*)\\s*[=:]\\s*\\S+",
                            "$1=[secret]"),
                    Rule.of(
                            "(?i)\\b(?:[a-z][a-z0-9+.-]*://|mailto:|tel:|linden:)\\S+",
                            "[address]"),
                    Rule.of("[^\\s<>(),;:]+@[^\\s<>(),;]+", "[address]"),
                    Rule.of("(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w.])", "[address]"),
                    Rule.of("(?<!\\w)(?:[A-Za-z]:[\\\\/]|[\\\\/~])[^\\s:,;]*", "[path]"),
                    Rule.of("\\b(?=[\\w+/=-]*\\d)(?=[\\w+/=-]*\\p{L})[\\w+/=-]{16,}", "[secret]"),
                    Rule.of(
                            "(?<![\\w.$])(?!app\\.linden\\.)[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)*"
                                + "\\.\\p{Ll}{2,24}(?![\\w.$(])",
                            "[address]"));

    private Redaction() {}

    /** The same words in one line without what may be about a person. */
    public static String line(String words) {
        String plain = words;
        for (String own : own()) {
            plain = plain.replace(own, "[person]");
        }
        for (Rule rule : RULES) {
            plain = rule.pattern().matcher(plain).replaceAll(rule.by());
        }
        return plain.replaceAll("\\p{Cntrl}+", " ");
    }

    private static List<String> own() {
        String home = System.getProperty("user.home", "");
        String name = System.getProperty("user.name", "");
        return java.util.stream.Stream.of(home, name).filter(s -> s.length() > 4).toList();
    }

    /**
     * Where something went wrong, a line each: the classes of the failure and of its causes, and
     * their frames. What they say is left out: it may repeat what was read.
     */
    public static String trace(Throwable failure) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        @Nullable Throwable now = failure;
        for (String word = ""; now != null && seen.add(now) && seen.size() <= DEEPEST; ) {
            text.append(word).append(now.getClass().getName());
            if (now instanceof Problem p) {
                text.append(" (").append(p.kind()).append(')');
            }
            text.append('\n');
            StackTraceElement[] frames = now.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append("    at ").append(frames[i]).append('\n');
            }
            if (frames.length > MOST_FRAMES) {
                text.append("    and ").append(frames.length - MOST_FRAMES).append(" more\n");
            }
            word = "because of ";
            now = now.getCause();
        }
        return text.toString();
    }
}
