package app.linden.model;

import app.linden.model.RandomRules.Case;

/**
 * A way in which ical4j 4.4.0 expands rules otherwise than the standards say; docs/recurrence.md
 * has for each the sentence that decides. {@link Ical4jModel} can take each of them or leave it.
 */
enum Departure {
    /** After a thousand periods without anything it stops. */
    GIVES_UP,
    /** A date that two periods give, as by SKIP, is counted twice for COUNT. */
    COUNTS_TWICE,
    /** A weekly rule asks BYMONTH of one day of each week, that of the start. */
    MONTH_OF_WEEK,
    /** A numbered BYDAY together with BYMONTHDAY or BYYEARDAY gives nothing. */
    NUMBER_WITH_DATE,
    /** BYDAY and BYMONTH in an hourly or finer rule give all such days of the month each time. */
    DAYS_OF_MONTH,
    /** A negative BYYEARDAY in an hourly or finer rule is no day at all. */
    NEGATIVE_YEAR_DAY,
    /** BYWEEKNO, BYYEARDAY, BYMONTHDAY of a yearly rule each forget what an earlier part chose. */
    FORGETS,
    /** SKIP moves the 29th of February alone; -29 there is an error or a day of January. */
    SKIPS_LEAP_DAY_ONLY,
    /** BYWEEKNO goes by years of whole weeks, not by calendar years. */
    WEEK_YEARS,
    /** Hours, minutes and seconds are counted on the line of instants, not on the clock. */
    ELAPSED_TIME,
    /** A time that the clock shows twice is the second where the start has the later offset. */
    SECOND_OF_TWO;

    /** The one that has to do with which days a yearly or monthly rule means, if any has. */
    static Departure ofDates(Case one) {
        int forgetting =
                (one.has("byMonth") ? 1 : 0)
                        + (one.has("byMonthDay") ? 1 : 0)
                        + (one.has("byYearDay") ? 1 : 0);
        boolean weeks = one.has("byWeekNo");
        if (one.is("yearly")
                && (weeks && forgetting > 0 || one.has("byYearDay") && forgetting > 1)) {
            return FORGETS;
        }
        return weeks ? WEEK_YEARS : SKIPS_LEAP_DAY_ONLY;
    }

    /** Whether a rule has what this is about, be its result different or not. */
    boolean concerns(Case one) {
        boolean inADay = one.isWithinADay();
        return switch (this) {
            case GIVES_UP, COUNTS_TWICE -> true;
            case MONTH_OF_WEEK -> one.is("weekly") && one.has("byMonth");
            case NUMBER_WITH_DATE ->
                    one.hasNth() && (one.has("byMonthDay") || one.has("byYearDay"));
            case DAYS_OF_MONTH ->
                    inADay
                            && one.has("byDay")
                            && one.has("byMonth")
                            && !one.has("byMonthDay")
                            && !one.has("byYearDay");
            case NEGATIVE_YEAR_DAY ->
                    inADay
                            && one.rule()
                                    .json()
                                    .path("byYearDay")
                                    .valueStream()
                                    .anyMatch(d -> d.asInt() < 0);
            case FORGETS -> ofDates(one) == FORGETS;
            case WEEK_YEARS -> ofDates(one) == WEEK_YEARS;
            case SKIPS_LEAP_DAY_ONLY ->
                    ofDates(one) == SKIPS_LEAP_DAY_ONLY
                            && one.has("skip")
                            && (one.is("monthly") || one.is("yearly"));
            case ELAPSED_TIME -> inADay;
            case SECOND_OF_TWO -> !inADay;
        };
    }
}
