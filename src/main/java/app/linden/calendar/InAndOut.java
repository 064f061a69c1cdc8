package app.linden.calendar;

/** The ways by which events come in and go out other than by hand and by sync. */
public record InAndOut(Imports imports, Exports exports, Subscriptions subscriptions) {}
