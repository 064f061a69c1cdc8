package app.linden.ui.shell;

import app.linden.calendar.Agenda;
import app.linden.calendar.Change;
import app.linden.calendar.Commands;
import app.linden.calendar.Settings;
import app.linden.calendar.SettingsFile;
import app.linden.calendar.Target;
import app.linden.layout.Range;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Occurrence;
import app.linden.model.Scope;
import app.linden.model.When;
import app.linden.ui.editor.EventCard;
import app.linden.ui.editor.EventEditor;
import app.linden.ui.kit.Acts;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.ScopeChoice;
import app.linden.ui.kit.Texts;

import javafx.scene.Node;
import javafx.stage.Stage;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What happens when a person uses a view: commands, after asking where a series leaves a choice.
 */
final class WindowActs implements Acts {
    private final Stage stage;
    private final Commands commands;
    private final SettingsFile settings;
    private final Agenda agenda;
    private final EventEditor editor;
    private final EventCard card;
    private final Look look;
    private final Frame frame;

    /** The window around. */
    interface Frame {
        ZoneId zone();

        void tell(Throwable problem);

        void showDay(LocalDate day);

        /** Asks for a file and writes the event into it, a series whole. */
        void export(Occurrence occurrence);

        /** The person looks at an event. */
        void looked(String eventId);

        /** Opens the conflicts of an event. */
        void decide(String eventId);
    }

    WindowActs(Stage stage, Services services, Look look, Frame frame) {
        this.stage = stage;
        this.commands = services.commands();
        this.agenda = services.agenda();
        this.settings = services.settings();
        this.look = look;
        this.frame = frame;
        this.editor = new EventEditor(commands, agenda, frame.zone(), look);
        this.card =
                new EventCard(
                        agenda, commands, frame.zone(), look, editor, frame::export, frame::decide);
    }

    @Override
    public void open(Occurrence occurrence) {
        card.hide();
        editor.edit(stage, occurrence);
    }

    /** Opens the form of an event as a whole. */
    void open(String eventId) {
        card.hide();
        editor.edit(stage, Target.whole(eventId));
    }

    @Override
    public void peek(Node chip, Occurrence occurrence) {
        card.show(chip, occurrence);
        frame.looked(occurrence.eventId());
    }

    @Override
    public void create(Range range) {
        When when =
                range.allDay()
                        ? When.days(range.firstDay(), range.lastDay())
                        : When.timed(range.start(), range.end(), frame.zone());
        Settings now = settings.settings().get();
        editor.create(stage, when, now.calendar(), now::usually);
    }

    /** Opens the editor with a new event of which something is known. */
    void create(Event event) {
        editor.create(stage, event);
    }

    /** The calendars in which the person may make events. */
    List<Calendar> takingEvents() {
        return editor.takingEvents();
    }

    @Override
    public void move(Occurrence o, Range to, Runnable undone) {
        Target target = Target.of(o);
        if (!Agenda.hasScope(o)) {
            run(commands.move(target, to.start(), to.end(), to.allDay(), frame.zone()), undone);
            return;
        }
        Change change = new Change.Moved(to.start(), to.end(), to.allDay(), frame.zone());
        ScopeChoice.ask(
                stage,
                look,
                Texts.text("scope.move", o.title()),
                List.of(Scope.values()),
                scope -> run(target, scope, change, undone),
                undone);
    }

    @Override
    public void moveAll(List<Step> steps, Runnable undone) {
        List<Commands.Step> each =
                steps.stream()
                        .map(s ->
                                new Commands.Step(
                                        Target.of(s.occurrence()),
                                        s.to().start(),
                                        s.to().end(),
                                        s.to().allDay()))
                        .toList();
        String title = several(steps.stream().map(Step::occurrence).toList());
        run(commands.moveAll(each, frame.zone(), title), undone);
    }

    @Override
    public void deleteAll(List<Occurrence> occurrences) {
        card.hide();
        List<Occurrence> mine = occurrences.stream().filter(editor::mayChange).toList();
        if (!mine.isEmpty()) {
            List<Target> targets = mine.stream().map(Target::of).toList();
            run(commands.deleteAll(targets, several(mine)), () -> {});
        }
    }

    /** "Dentist", "Dentist (+2)". */
    private static String several(List<Occurrence> all) {
        String first = all.getFirst().title();
        String name = first.isBlank() ? Texts.text("event.untitled") : first;
        return all.size() == 1 ? name : name + " (+" + (all.size() - 1) + ")";
    }

    private void run(Target target, Scope scope, Change change, Runnable undone) {
        FxRelay.after(
                agenda.preview(target, scope, change),
                preview ->
                        ScopeChoice.confirm(
                                stage,
                                look,
                                preview,
                                () -> run(commands.change(target, scope, change), undone),
                                undone),
                problem -> {
                    undone.run();
                    frame.tell(problem);
                });
    }

    @Override
    public void delete(Occurrence o) {
        card.hide();
        if (editor.mayChange(o)) {
            editor.delete(stage, o);
        }
    }

    @Override
    public void showDay(LocalDate day) {
        frame.showDay(day);
    }

    private void run(CompletableFuture<Void> command, Runnable undone) {
        FxRelay.after(
                command,
                done -> {},
                problem -> {
                    undone.run();
                    frame.tell(problem);
                });
    }
}
