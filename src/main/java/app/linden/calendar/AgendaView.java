package app.linden.calendar;

import app.linden.base.Cell;
import app.linden.base.Subscription;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One window's look at a range of days. Thread-safe; snapshots are made on the agenda's reading
 * thread.
 */
public final class AgendaView implements Subscription {
    private final Agenda agenda;
    private final Cell<Snapshot> snapshots;
    private volatile Range range;

    record Range(LocalDate from, LocalDate to, ZoneId zone) {}

    AgendaView(Agenda agenda, Range range) {
        this.agenda = agenda;
        this.range = range;
        this.snapshots = new Cell<>(Snapshot.empty(range.from(), range.to(), range.zone()));
    }

    /** The newest snapshot; an empty one of the right range until the first is made. */
    public Cell<Snapshot> snapshots() {
        return snapshots;
    }

    /** Turns to another range of days, {@code to} not included; a snapshot of it follows soon. */
    public void show(LocalDate from, LocalDate to, ZoneId zone) {
        range = new Range(from, to, zone);
        agenda.refresh(this);
    }

    Range range() {
        return range;
    }

    @Override
    public void close() {
        agenda.forget(this);
    }
}
