package app.linden.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts of both languages say the same things, and each is read somewhere. */
class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern LIMIT = Pattern.compile("[{|](\\d+[#<])");

    /** Names, signs and words that are the same in both languages. */
    private static final Set<String> SAME =
            Set.of(
                    "app.name",
                    "editor.end-time",
                    "editor.zone",
                    "when.there",
                    "sidebar.name",
                    "try.title",
                    "attention.by-person",
                    "attention.field-on",
                    "attention.field.name",
                    "attention.field.status",
                    "attention.field.links",
                    "trash.in",
                    "start.name",
                    "sync.offline-and",
                    "unlock.passphrase",
                    "activity.one",
                    "create.server",
                    "join.link",
                    "settings.language.english",
                    "settings.language.german");

    /** Beginnings of keys that are put together while the program runs. */
    private static final Set<String> PUT_TOGETHER =
            Set.of(
                    "menu.look.",
                    "scope.",
                    "editor.ends.",
                    "date.",
                    "bar.",
                    "undo.",
                    "redo.",
                    "act.",
                    "search.title.",
                    "search.other.",
                    "command.",
                    "attention.mine",
                    "attention.theirs",
                    "attention.use-",
                    "attention.says.",
                    "attention.field.",
                    "outbox.",
                    "notice.",
                    "protect.passwords.",
                    "share.role",
                    "remind.snooze.",
                    "activity.",
                    "first.",
                    "join.role.",
                    "settings.text.",
                    "settings.language.",
                    "settings.hours.");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertEquals(
                new TreeSet<>(read("texts").keySet()), new TreeSet<>(read("texts_de").keySet()));
    }

    @Test
    void placeholdersAndChoicesAreTheSame() throws IOException {
        Map<String, String> english = read("texts");
        TreeSet<String> different = new TreeSet<>();
        read("texts_de")
                .forEach((key, german) -> {
                    String text = Objects.requireNonNullElse(english.get(key), german);
                    if (!found(PLACE, text).equals(found(PLACE, german))
                            || !found(LIMIT, text).equals(found(LIMIT, german))) {
                        different.add(key);
                    }
                });
        assertEquals(Set.of(), different);
    }

    @Test
    void everyTextIsAPattern() throws IOException {
        for (String language : new String[] {"texts", "texts_de"}) {
            for (String text : read(language).values()) {
                String said =
                        new MessageFormat(text, Locale.GERMANY).format(new Object[] {2, 2, 2, 2});
                assertEquals(false, said.contains("{") || said.contains("null"), text);
            }
        }
    }

    @Test
    void nothingIsLeftInEnglish() throws IOException {
        Map<String, String> english = read("texts");
        TreeSet<String> same = new TreeSet<>();
        read("texts_de")
                .forEach((key, text) -> {
                    if (text.equals(english.get(key))) {
                        same.add(key);
                    }
                });
        assertEquals(new TreeSet<>(SAME), same);
    }

    @Test
    void everyKeyIsReadSomewhere() throws IOException {
        StringBuilder sources = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                sources.append(Files.readString(file));
            }
        }
        TreeSet<String> unused = new TreeSet<>();
        for (String key : read("texts").keySet()) {
            if (sources.indexOf("\"" + key + "\"") < 0
                    && PUT_TOGETHER.stream().noneMatch(key::startsWith)) {
                unused.add(key);
            }
        }
        assertEquals(Set.of(), unused);
    }

    private static Set<String> found(Pattern pattern, String text) {
        TreeSet<String> found = new TreeSet<>();
        for (Matcher m = pattern.matcher(text); m.find(); ) {
            found.add(m.group(1));
        }
        return found;
    }

    private static Map<String, String> read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                Texts.class.getResourceAsStream(
                                        "/app/linden/ui/" + name + ".properties")),
                        StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        TreeMap<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(k -> texts.put(k, properties.getProperty(k)));
        return texts;
    }
}
