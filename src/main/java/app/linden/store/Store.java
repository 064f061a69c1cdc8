package app.linden.store;

import app.linden.base.Subscription;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Conflict;
import app.linden.model.Event;
import app.linden.model.Occurrence;
import app.linden.model.Waiting;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

public abstract class Store implements AutoCloseable {
    public abstract List<Account> accounts();
    public abstract List<Calendar> calendars();
    public abstract List<Conflict> conflicts();
    public abstract List<Waiting> waiting();
    public abstract Optional<Event> findEvent(String id);
    public abstract List<Occurrence> occurrences(LocalDate from, LocalDate to, ZoneId zone);
    public abstract Subscription watch(Consumer<Commit> watcher);
    public abstract CompletableFuture<String> accountOf(String calendarId);
    public abstract CompletableFuture<Void> apply(List<Intent> intents);
    public abstract CompletableFuture<Void> change(String eventId, UnaryOperator<Event> edit);
    public abstract CompletableFuture<Void> useMine(String conflictId);
    public abstract CompletableFuture<Void> keepTheirs(String conflictId);
}
