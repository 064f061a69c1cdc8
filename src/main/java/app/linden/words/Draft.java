package app.linden.words;

import app.linden.model.Length;
import app.linden.model.Rule;
import app.linden.model.When;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** What was understood so far, piece by piece, and what it means together. */
final class Draft {
    private static final int FURTHEST_YEARS = 500;

    final LocalDateTime now;
    final ZoneId zone;
    final LocalDate today;

    @Nullable LocalDate date;
    @Nullable LocalDate lastDate;

    /** A day of the week that is today, too, when its time is still to come. */
    boolean mayBeToday;

    @Nullable Clock start;
    @Nullable Clock end;
    @Nullable LocalDateTime exact;
    Clock.@Nullable Part part;

    /** The part of the day in which such things usually are, where nobody says. */
    Clock.@Nullable Part hint;

    @Nullable Length length;
    boolean allDay;
    @Nullable Repeat repeat;
    @Nullable LocalDate until;
    @Nullable Integer count;

    /** How long a series goes on, in words such as "for 3 weeks". */
    @Nullable Span forSpan;

    @Nullable String place;
    int calendar = -1;
    final List<Length> alerts = new ArrayList<>();

    /** So many days, weeks, months or years. */
    record Span(int number, ChronoUnit unit) {}

    Draft(LocalDateTime now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
        this.today = now.toLocalDate();
    }

    /** A date that was named; false where it is not on the calendar. */
    boolean on(@Nullable LocalDate day) {
        if (day == null || date != null || isTooFar(day)) {
            return false;
        }
        date = day;
        return true;
    }

    boolean on(@Nullable LocalDate first, @Nullable LocalDate last) {
        if (first == null || last == null || last.isBefore(first) || isTooFar(last)) {
            return false;
        }
        if (date != null || isTooFar(first) || ChronoUnit.DAYS.between(first, last) > 3_660) {
            return false;
        }
        date = first;
        lastDate = last;
        return true;
    }

    private boolean isTooFar(LocalDate day) {
        return Math.abs(day.getYear() - today.getYear()) > FURTHEST_YEARS;
    }

    /** A day of the week; {@code weeks} 0 for the next one, 1 for that of next week. */
    boolean on(DayOfWeek day, int weeks) {
        if (weeks == 0) {
            mayBeToday = true;
            return on(today.with(TemporalAdjusters.nextOrSame(day)));
        }
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return on(monday.plusWeeks(weeks).with(TemporalAdjusters.nextOrSame(day)));
    }

    /** The next day of that month and number; in that year when one is said. */
    static @Nullable LocalDate date(LocalDate today, int day, int month, @Nullable Integer year) {
        try {
            if (year != null) {
                return LocalDate.of(year < 100 ? 2000 + year : year, month, day);
            }
            if (month < 1 || month > 12 || day < 1) {
                return null;
            }
            // The 29th of February is every four years, or eight.
            for (int y = today.getYear(); y <= today.getYear() + 8; y++) {
                if (day <= java.time.YearMonth.of(y, month).lengthOfMonth()) {
                    LocalDate date = LocalDate.of(y, month, day);
                    if (!date.isBefore(today)) {
                        return date;
                    }
                }
            }
            return null;
        } catch (DateTimeException doesNotExist) {
            return null;
        }
    }

    /** The next such day of a month. */
    static @Nullable LocalDate dayOfMonth(LocalDate today, int day) {
        for (int months = 0; months < 12 && day >= 1 && day <= 31; months++) {
            java.time.YearMonth month = java.time.YearMonth.from(today).plusMonths(months);
            if (day <= month.lengthOfMonth() && !month.atDay(day).isBefore(today)) {
                return month.atDay(day);
            }
        }
        return null;
    }

    boolean saysTime() {
        return start != null || part != null || exact != null;
    }

    /** When all that was said is put together. */
    When when(Length usual) {
        if (exact != null) {
            return timed(exact, usual);
        }
        Clock.Part half = part == null ? hint : part;
        LocalTime from =
                start != null ? begin(start).time(half) : part != null ? part.usual() : null;
        if (from == null && !allDay && length != null && length.days() == 0) {
            from = someTime();
        }
        boolean whole = allDay || from == null;
        LocalDate day = day(whole ? null : from);
        if (whole) {
            LocalDate last = lastDate;
            int days = length == null ? 0 : length.days();
            if (last == null && days > 1) {
                last = day.plusDays(days - 1L);
            }
            return When.days(day, last == null || last.isBefore(day) ? day : last);
        }
        return timed(day.atTime(from), usual);
    }

    /** Of something short without a time: the next full hour, or in the morning of another day. */
    private LocalTime someTime() {
        boolean isToday = date == null || date.equals(today);
        return isToday && now.getHour() < 23
                ? LocalTime.of(now.getHour() + 1, 0)
                : Clock.Part.MORNING.usual();
    }

    private Clock begin(Clock clock) {
        return end == null ? clock : clock.before(end);
    }

    private When timed(LocalDateTime from, Length usual) {
        Clock last = end;
        LocalDate on = lastDate == null ? from.toLocalDate() : lastDate;
        if (last != null) {
            LocalTime time =
                    lastDate == null
                            ? last.after(from.toLocalTime(), part == null ? hint : part)
                            : last.time(null);
            LocalDateTime to = on.atTime(time);
            // Past midnight.
            return When.timed(from, to.isAfter(from) ? to : to.plusDays(1), zone);
        }
        Length lasts = length;
        if (lasts == null && lastDate != null) {
            return When.timed(from, lastDate.atTime(from.toLocalTime()), zone);
        }
        Length said = lasts == null ? usual : lasts;
        return new When(from, zone, null, said, false);
    }

    /** The first day: the one that was said, else the first on which it can be. */
    private LocalDate day(@Nullable LocalTime from) {
        LocalDate day = date == null ? today : date;
        boolean gone = from != null && !today.atTime(from).isAfter(now);
        if (repeat != null) {
            boolean skipsToday = gone && day.equals(today) && (date == null || mayBeToday);
            return repeat.first(skipsToday ? day.plusDays(1) : day);
        }
        if (date == null) {
            return gone ? today.plusDays(1) : today;
        }
        return mayBeToday && gone && day.equals(today) ? day.plusWeeks(1) : day;
    }

    /** Null where nothing repeats. */
    @Nullable Rule rule(LocalDate first) {
        Repeat r = repeat;
        if (r == null) {
            return null;
        }
        Rule rule = r.rule();
        if (count != null) {
            return rule.withCount(count);
        }
        LocalDate last = until;
        Span goesOn = forSpan;
        if (last == null && goesOn != null) {
            last = first.plus(goesOn.number, goesOn.unit).minusDays(1);
        }
        return last == null || last.isBefore(first) ? rule : rule.until(last);
    }
}
