package app.linden.ui.editor;

import app.linden.calendar.Agenda;
import app.linden.calendar.CalendarList;
import app.linden.calendar.Change;
import app.linden.calendar.Commands;
import app.linden.calendar.Target;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Occurrence;
import app.linden.model.Scope;
import app.linden.model.When;
import app.linden.ui.kit.DialogWindow;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Question;
import app.linden.ui.kit.ScopeChoice;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Opens the form of a new event or of one that is there, and does what the person decides in it.
 * Lives on JavaFX's thread.
 */
public final class EventEditor {
    private final Commands commands;
    private final Agenda agenda;
    private final ZoneId zone;
    private final Look look;

    public EventEditor(Commands commands, Agenda agenda, ZoneId zone, Look look) {
        this.commands = commands;
        this.agenda = agenda;
        this.zone = zone;
        this.look = look;
    }

    /**
     * A form for a new event.
     *
     * @param calendarId null for the calendar in which new events go
     */
    public void create(Window owner, When when, @Nullable String calendarId) {
        create(owner, when, calendarId, event -> event);
    }

    /**
     * As {@link #create(Window, When, String)}.
     *
     * @param usually gives it what the person wants of all new events
     */
    public void create(
            Window owner, When when, @Nullable String calendarId, UnaryOperator<Event> usually) {
        CalendarList calendars = agenda.calendars().get();
        Optional<Calendar> calendar =
                calendarId == null
                        ? calendars.forNewEvents()
                        : calendars.find(calendarId).filter(c -> c.rights().mayWrite());
        if (calendar.or(calendars::forNewEvents).isEmpty()) {
            tell(owner, Texts.text("editor.no-calendar"));
            return;
        }
        String id = calendar.or(calendars::forNewEvents).orElseThrow().id();
        create(owner, usually.apply(Event.create("", id, "", when)));
    }

    /** A form for a new event of which something is known, its calendar among it. */
    public void create(Window owner, Event event) {
        new Session(owner, null, EventDraft.of(event, zone), takingEvents(), null).open();
    }

    /** The calendars in which the person may make events. */
    public List<Calendar> takingEvents() {
        return agenda.calendars().get().calendars().stream().filter(this::takesEvents).toList();
    }

    /** A form for an event or for one occurrence of a series. */
    public void edit(Window owner, Occurrence occurrence) {
        edit(owner, Target.of(occurrence));
    }

    /** As {@link #edit(Window, Occurrence)}. */
    public void edit(Window owner, Target target) {
        CompletableFuture<Event> whole = agenda.find(Target.whole(target.eventId()));
        CompletableFuture<EventDraft> draft =
                target.isOccurrence()
                        ? whole.thenCombine(
                                agenda.find(target), (w, o) -> EventDraft.of(w, o, zone))
                        : whole.thenApply(w -> EventDraft.of(w, zone));
        FxRelay.after(
                draft, d -> open(owner, target, d), error -> tell(owner, Sentences.of(error)));
    }

    private void open(Window owner, Target target, EventDraft draft) {
        CalendarList calendars = agenda.calendars().get();
        Calendar own = calendars.find(draft.calendarId()).orElse(null);
        String account = own == null ? "" : own.accountId();
        List<Calendar> choices =
                calendars.calendars().stream()
                        .filter(c -> c.equals(own) || takesEvents(c))
                        .filter(c -> c.accountId().equals(account))
                        .toList();
        String locked =
                own == null || takesEvents(own) ? null : Texts.text("editor.locked", own.name());
        new Session(owner, target, draft, choices, locked).open();
    }

    /**
     * Deletes; for one of a series asks how much of it. Nothing else is asked: the window offers to
     * undo it, and the trash has it.
     */
    public void delete(Window owner, Occurrence occurrence) {
        askToDelete(
                owner,
                Target.of(occurrence),
                command ->
                        FxRelay.after(
                                command, done -> {}, error -> tell(owner, Sentences.of(error))));
    }

    /** Whether the person may change what is in this calendar. */
    public boolean mayChange(Occurrence occurrence) {
        return agenda.calendars()
                .get()
                .find(occurrence.calendarId())
                .filter(this::takesEvents)
                .isPresent();
    }

    private void askToDelete(Window owner, Target target, Consumer<CompletableFuture<Void>> run) {
        if (target.isOccurrence()) {
            ScopeChoice.ask(
                    owner,
                    look,
                    Texts.text("editor.delete-which"),
                    scope -> run.accept(commands.change(target, scope, new Change.Deleted())));
        } else {
            run.accept(commands.delete(target));
        }
    }

    private boolean takesEvents(Calendar calendar) {
        boolean readOnly =
                agenda.calendars().get().accounts().stream()
                        .filter(a -> a.id().equals(calendar.accountId()))
                        .anyMatch(Account::readOnly);
        return calendar.rights().mayWrite() && !readOnly;
    }

    private void tell(Window owner, String sentence) {
        Question.ask(owner, look, sentence, null, List.of());
    }

    /** One open form. */
    private final class Session implements EventForm.Actions {
        private final @Nullable Target target;
        private final EventDraft draft;
        private final EventForm form;
        private final Stage stage;

        Session(
                Window owner,
                @Nullable Target target,
                EventDraft draft,
                List<Calendar> choices,
                @Nullable String locked) {
            this.target = target;
            this.draft = draft;
            form = new EventForm(draft, look, zone, choices, locked, target == null, this);
            String name = Texts.text(target == null ? "editor.new" : "editor.edit");
            stage = DialogWindow.modal(owner, look, name, form, "editor.css");
        }

        void open() {
            DialogWindow.showCentered(stage);
            form.begin();
        }

        @Override
        public void cancel() {
            stage.close();
        }

        @Override
        public void save() {
            Target t = target;
            if (t == null) {
                run(commands.create(draft.after()));
            } else if (!t.isOccurrence()) {
                run(commands.edit(t, draft.before(), draft.after()));
            } else if (draft.calendarChanged()) {
                // A calendar cannot be that of a part of a series.
                save(t, Scope.SERIES);
            } else if (draft.repetitionChanged()) {
                // Nor can a rule be that of one occurrence alone.
                ask(t, List.of(Scope.FOLLOWING, Scope.SERIES));
            } else if (draft.after().equals(draft.before())) {
                stage.close();
            } else {
                ask(t, List.of(Scope.values()));
            }
        }

        private void ask(Target t, List<Scope> offered) {
            ScopeChoice.ask(
                    stage,
                    look,
                    Texts.text("editor.save-which"),
                    offered,
                    scope -> save(t, scope),
                    () -> {});
        }

        private void save(Target t, Scope scope) {
            Change change =
                    new Change.Edited(
                            draft.before(), draft.after(), draft.wholeBefore(), draft.wholeAfter());
            if (scope == Scope.OCCURRENCE) {
                run(commands.change(t, scope, change));
                return;
            }
            FxRelay.after(
                    agenda.preview(t, scope, change),
                    preview ->
                            ScopeChoice.confirm(
                                    stage,
                                    look,
                                    preview,
                                    () -> run(commands.change(t, scope, change)),
                                    () -> {}),
                    error -> form.failed(Sentences.of(error)));
        }

        @Override
        public void delete() {
            if (target != null) {
                askToDelete(stage, target, this::run);
            }
        }

        private void run(CompletableFuture<?> command) {
            form.busy(true);
            FxRelay.after(
                    command, done -> stage.close(), error -> form.failed(Sentences.of(error)));
        }
    }
}
