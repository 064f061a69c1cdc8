package app.linden.ui.shell;

import app.linden.calendar.CalendarList;
import app.linden.calendar.Settings;
import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Length;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.WhenWords;
import app.linden.ui.quick.QuickAdd;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What happens with an event that was said in words: it is saved, shown, and can be undone at once.
 * Lives on JavaFX's thread.
 */
final class QuickFlow implements QuickAdd.Actions {
    private final Services services;
    private final WindowActs acts;
    private final NoticeBar notices;
    private final Runnable undo;
    private final Consumer<LocalDate> saved;

    /**
     * @param undo takes back what was done last
     * @param saved gets the first day of what was saved
     */
    QuickFlow(
            Services services,
            WindowActs acts,
            NoticeBar notices,
            Runnable undo,
            Consumer<LocalDate> saved) {
        this.services = services;
        this.acts = acts;
        this.notices = notices;
        this.undo = undo;
        this.saved = saved;
    }

    @Override
    public List<Calendar> calendars() {
        return acts.takingEvents();
    }

    @Override
    public Optional<Calendar> usual() {
        CalendarList calendars = services.agenda().calendars().get();
        String chosen = settings().calendar();
        return Optional.ofNullable(chosen)
                .flatMap(calendars::find)
                .filter(calendars()::contains)
                .or(calendars::forNewEvents);
    }

    @Override
    public Length usualLength() {
        return Length.minutes(settings().length());
    }

    @Override
    public @Nullable Length usualAlert() {
        int minutes = settings().alert();
        return minutes == Settings.NO_ALERT ? null : Length.minutes(minutes);
    }

    private Settings settings() {
        return services.settings().settings().get();
    }

    @Override
    public void save(Event event) {
        var when = event.when();
        String title = event.title().isBlank() ? Texts.text("event.untitled") : event.title();
        FxRelay.after(
                services.commands().create(services.settings().settings().get().usually(event)),
                id -> {
                    notices.tell(
                            Texts.text(
                                    "quick.added",
                                    title,
                                    WhenWords.line(when, services.clock().getZone())),
                            Texts.text("undo.short"),
                            undo);
                    saved.accept(when.start().toLocalDate());
                },
                notices::tell);
    }

    @Override
    public void edit(Event event) {
        acts.create(services.settings().settings().get().usually(event));
    }

    @Override
    public void noCalendar() {
        notices.tell(Texts.text("editor.no-calendar"));
    }
}
