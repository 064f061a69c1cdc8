package app.linden.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Json;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Where a new event goes when nobody says where. */
class CalendarListTest {
    private static final Account MINE = new Account("mine", "l", "s1", "Ben", true, false);
    private static final Account ANNAS = new Account("annas", "l", "s2", "Anna", false, false);

    private static Calendar calendar(String id, Account account, boolean isDefault) {
        return new Calendar(
                id, account.id(), Json.object().put("name", id).put("isDefault", isDefault));
    }

    private static String chosen(Calendar... calendars) {
        return new CalendarList(List.of(MINE, ANNAS), List.of(calendars))
                .forNewEvents()
                .orElseThrow()
                .id();
    }

    @Test
    void theDefaultOfSomebodyElseIsNotMine() {
        assertEquals("ben", chosen(calendar("anna", ANNAS, true), calendar("ben", MINE, true)));
        assertEquals("ben", chosen(calendar("anna", ANNAS, true), calendar("ben", MINE, false)));
    }

    @Test
    void whereNothingIsMineASharedCalendarTakesIt() {
        assertEquals("anna", chosen(calendar("anna", ANNAS, true)));
    }
}
