package app.linden.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is about a person leaves no trace in a log. */
class RedactionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "The event “Dentist, Dr. Weiß” is gone.|The event [text] is gone.",
                "the file \"Anna's list\" is gone|the file [text] is gone",
                "the event 'Dentist' is gone|the event [text] is gone",
                "It isn't there, and wasn't.|It isn't there, and wasn't.",
                "to anna.weiss+cal@example.org, now|to [address], now",
                "GET https://cal.example.org/x?token=1 failed|GET [address] failed",
                "linden:invite/abc was opened|[address] was opened",
                "Authorization: Bearer abc.def|Authorization: Bearer [secret]",
                "password=tulip7 is wrong|password=[secret] is wrong",
                "access_token: xyz|access_token=[secret]",
                "of 192.168.1.20 now|of [address] now",
                "host cal.example.org is silent|host [address] is silent",
                "in /srv/anna/linden.mv.db|in [path]",
                "in C:\\Users\\Anna\\linden.mv.db|in [path]",
                "key 8f14e45fceea167a5a36dedd4bea2543 wrong|key [secret] wrong",
                "Uncaught on the thread disk-linden|Uncaught on the thread disk-linden",
                "Version 1.2.0 of app.linden.db.Database|Version 1.2.0 of app.linden.db.Database",
                "of java.lang.IllegalStateException|of java.lang.IllegalStateException",
            })
    void isTakenOut(String words, String kept) {
        assertEquals(kept, Redaction.line(words));
    }

    @Test
    void aNameOfThisComputersPersonIsTakenOut() {
        String home = System.getProperty("user.home");
        assertFalse(Redaction.line("read " + home + "x").contains(home + "x"));
    }

    @Test
    void aTraceSaysWhereAndNotWhat() {
        Throwable failure =
                new IllegalStateException(
                        "Dentist",
                        new Problem(Problem.Kind.STORAGE, "Dentist of anna@example.org"));
        String trace = Redaction.trace(failure);
        assertFalse(trace.contains("Dentist"), trace);
        assertTrue(trace.startsWith("java.lang.IllegalStateException\n    at app.linden.base"));
        assertTrue(trace.contains("because of app.linden.base.Problem (STORAGE)"), trace);
    }

    @Test
    void causesInACircleEnd() {
        Exception a = new IllegalStateException("a");
        Exception b = new IllegalStateException("b", a);
        a.initCause(b);
        assertTrue(Redaction.trace(a).length() < 100_000);
    }
}
