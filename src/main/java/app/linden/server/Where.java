package app.linden.server;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Where an object lives, which decides who sees it: the calendars that hold an event, or the
 * calendar itself.
 *
 * @param secret only the owner of the account sees it (jscalendarbis 3.4.3)
 */
record Where(List<String> calendars, boolean secret) {
    Where {
        calendars = calendars.stream().sorted().toList();
    }

    static Where calendar(String id) {
        return new Where(List.of(id), false);
    }

    /**
     * Whether somebody sees it who may look into {@code open} calendars; the owner sees all, also
     * what was in a calendar that is gone.
     */
    static boolean isSeen(@Nullable Where where, Set<String> open, boolean owner) {
        return where != null
                && (owner || (!where.secret && where.calendars.stream().anyMatch(open::contains)));
    }

    static @Nullable String write(@Nullable Where where) {
        return where == null ? null : (where.secret ? "!" : "") + String.join(" ", where.calendars);
    }

    static @Nullable Where read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        boolean secret = text.startsWith("!");
        String ids = secret ? text.substring(1) : text;
        return new Where(ids.isEmpty() ? List.of() : Arrays.asList(ids.split(" ")), secret);
    }
}
