package app.linden.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/** Times and dates as people type them. */
class TypedTextTest {
    private static final LocalDate NEAR = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @CsvSource({
        "9, 09:00",
        "930, 09:30",
        "0930, 09:30",
        "9:30, 09:30",
        "14.30, 14:30",
        "14h, 14:00",
        "9h30, 09:30",
        "9 30, 09:30",
        "2pm, 14:00",
        "2:30 p.m., 14:30",
        "12 am, 00:00",
        "12:15 PM, 12:15",
        "1130a, 11:30",
        "0, 00:00"
    })
    void aTimeIsUnderstood(String typed, LocalTime meant) {
        assertEquals(Optional.of(meant), TimeText.read(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "24", "9:75", "13 pm", "12345", "-3"})
    void whatIsNoTimeIsNone(String typed) {
        assertEquals(Optional.empty(), TimeText.read(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, 11/30, 2026-11-30",
        "en-US, 1/2/27, 2027-01-02",
        "en-US, 'Nov 30, 2026', 2026-11-30",
        "en-US, 'Mon, Nov 30, 2026', 2026-11-30",
        "en-US, 3 december, 2026-12-03",
        "en-US, 2027-02-28, 2027-02-28",
        "en-US, 28, 2026-11-28",
        "de-DE, 30.11., 2026-11-30",
        "de-DE, 1.2.27, 2027-02-01",
        "de-DE, 3. Dezember, 2026-12-03",
        "de-DE, 3. März 2027, 2027-03-03",
        "en-GB, 01/02/2027, 2027-02-01"
    })
    void aDateIsUnderstoodInTheOrderOfTheCountry(String country, String typed, LocalDate meant) {
        assertEquals(
                new DateText(meant, null),
                DateText.read(typed, NEAR, Locale.forLanguageTag(country)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2/30", "Feb 30", "13/13/2026", "2027-02-29", "31"})
    void aDateThatDoesNotExistIsSaidToBeSo(String typed) {
        DateText read = DateText.read(typed, NEAR, Locale.US);

        assertNull(read.day());
        assertEquals("“" + typed + "” is not on the calendar.", read.fault());
    }

    @Test
    void whatIsNoDateIsSaidToBeSo() {
        assertNotNull(DateText.read("someday", NEAR, Locale.US).fault());
    }
}
