package app.linden.ui.shell;

import app.linden.model.Occurrence;
import app.linden.ui.kit.CalendarView;

import javafx.scene.Node;

import java.time.LocalDate;

/** What the bar, the keys and the commands of one window do. Lives on JavaFX's thread. */
final class Steering implements WindowKeys.Actions {
    private final Services services;
    private final CalendarWindow window;
    private final WindowActs acts;
    private final PrintFlow printing;
    private final UndoFlow undo;
    private final NoticeBar notices;

    Steering(
            Services services,
            CalendarWindow window,
            WindowActs acts,
            PrintFlow printing,
            UndoFlow undo,
            NoticeBar notices) {
        this.services = services;
        this.window = window;
        this.acts = acts;
        this.printing = printing;
        this.undo = undo;
        this.notices = notices;
    }

    private Pages pages() {
        return window.pages();
    }

    @Override
    public void today() {
        pages().go(pages().today());
    }

    @Override
    public void page(int number) {
        pages().go(view().page(pages().period().around(), number));
    }

    @Override
    public void look(Mode mode) {
        // From a month that holds today one wants to see this week, not the month's middle.
        Period period = pages().period();
        LocalDate today = pages().today();
        pages().go(mode, period.contains(today) ? today : period.around());
    }

    @Override
    public void days(int count) {
        pages().days(count);
        look(count == 1 ? Mode.DAY : Mode.DAYS);
    }

    @Override
    public void create() {
        window.createSoon();
    }

    @Override
    public void quickAdd() {
        window.panels().quickAdd();
    }

    @Override
    public void search() {
        window.panels().search();
    }

    @Override
    public void toggleSidebar() {
        window.toggleSidebar();
    }

    @Override
    public CalendarView view() {
        return pages().view();
    }

    @Override
    public void undo() {
        undo.undo();
    }

    @Override
    public void redo() {
        undo.redo();
    }

    @Override
    public void palette() {
        window.panels().commands();
    }

    @Override
    public void keySheet() {
        window.panels().keys();
    }

    @Override
    public void tell(Throwable problem) {
        notices.tell(problem);
    }

    @Override
    public void walk(int step, boolean extend) {
        pages().walk(step, extend);
    }

    @Override
    public void chooseAll() {
        pages().chooseAll();
    }

    @Override
    public void peek() {
        Node at = Walking.selected(view());
        Occurrence selected = view().selected();
        if (at != null && selected != null) {
            acts.peek(at, selected);
        }
    }

    @Override
    public void print() {
        printing.print();
    }

    @Override
    public void syncNow() {
        services.accounts().syncNow();
    }
}
