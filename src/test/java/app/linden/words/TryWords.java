package app.linden.words;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;

/**
 * Prints what is understood of each line of the input. Main: {@code TryWords en-US
 * 2026-11-24T10:20}.
 */
final class TryWords {
    private TryWords() {}

    public static void main(String[] args) throws Exception {
        Sentence sentence = Told.sentence(Locale.forLanguageTag(args[0]));
        LocalDateTime now = LocalDateTime.parse(args[1]);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(line + " => " + Told.line(sentence.read(line, now)));
        }
    }
}
