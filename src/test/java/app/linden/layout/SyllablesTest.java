package app.linden.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.stream.Stream;

class SyllablesTest {
    @Test
    void aWordThatIsTooWideGoesOnAfterAHyphen() {
        assertEquals("Prepa-\nration with Clara", fit("Preparation with Clara", 7));
        assertEquals("Presen-\ntation for the city", fit("Presentation for the city", 8));
        assertEquals("Bespre-\nchung", fit("Besprechung", 8));
        assertEquals("Quar-\nterly plan-\nning", fit("Quarterly planning", 6));
    }

    @Test
    void whatFitsStaysAsItIs() {
        assertEquals("Lunch  with Ben", fit("Lunch  with Ben", 6));
        assertEquals("", fit("", 6));
    }

    @Test
    void aWordWithoutAPlaceToPartIsNotBrokenIntoLetters() {
        assertNull(Syllables.fit("Strength", 5, String::length));
        assertNull(Syllables.fit("12345678", 5, String::length));
    }

    @Test
    void noLineIsWiderThanItsRoomAndNoLetterIsLost() {
        String text = "Elternabend Kindergeburtstag Mathematikolympiade everybody Children’s";
        for (int room = 7; room < 30; room++) {
            String fitted = fit(text, room);
            assertEquals(text, fitted.replace("-\n", ""));
            for (String line : fitted.lines().flatMap(l -> Stream.of(l.split(" ", -1))).toList()) {
                assertTrue(line.length() <= room, line + " in " + room);
            }
        }
    }

    private static String fit(String text, int room) {
        String fitted = Syllables.fit(text, room, String::length);
        return fitted == null ? "" : fitted;
    }
}
