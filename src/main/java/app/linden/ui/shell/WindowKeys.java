package app.linden.ui.shell;

import app.linden.model.Occurrence;
import app.linden.ui.kit.Acts;
import app.linden.ui.kit.CalendarView;

import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import java.util.List;

/** The keys of the window. Plain letters count only while nobody types a text. */
final class WindowKeys {
    private static final KeyCombination NEW =
            new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REFRESH =
            new KeyCodeCombination(KeyCode.R, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PALETTE =
            new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination PRINT =
            new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_TOO =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private static final KeyCombination ALL =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    /** What keys do besides what the bar does. */
    interface Actions extends Bar.Actions {
        CalendarView view();

        void undo();

        void redo();

        void syncNow();

        /** Shows so many days. */
        void days(int count);

        /**
         * Selects the next event, or the one before.
         *
         * @param extend whether what is selected stays so
         */
        void walk(int step, boolean extend);

        /** Selects every event that is shown. */
        void chooseAll();

        /** Shows the card of the selected event. */
        void peek();

        /** Shows the pages of what is looked at. */
        void print();

        /** Opens everything that the window can do, by name. */
        void palette();

        /** Opens or closes the sheet of keys. */
        void keySheet();

        void tell(Throwable problem);
    }

    private final Acts acts;
    private final Actions actions;

    /** Whether a key was pressed that did something. */
    private boolean taken;

    WindowKeys(Scene scene, Acts acts, Actions actions) {
        this.acts = acts;
        this.actions = actions;
        scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> taken = false);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    /**
     * Signs stand elsewhere on each keyboard, so they count as they are typed. The letter of a key
     * that opened a panel is not the first of its text.
     */
    private void typed(KeyEvent e) {
        if (taken) {
            taken = false;
            e.consume();
        } else if (!(e.getTarget() instanceof TextInputControl)) {
            switch (e.getCharacter()) {
                case "?" -> actions.keySheet();
                case "/" -> actions.search();
                default -> {
                    return;
                }
            }
            e.consume();
        }
    }

    private void pressed(KeyEvent e) {
        if (e.getTarget() instanceof TextInputControl) {
            // A text undoes what was typed, and when there is no more of that, nothing.
            if (UNDO.match(e) || REDO.match(e)) {
                e.consume();
            }
            return;
        }
        if (NEW.match(e)) {
            actions.create();
        } else if (PALETTE.match(e)) {
            actions.palette();
        } else if (FIND.match(e)) {
            actions.search();
        } else if (PRINT.match(e)) {
            actions.print();
        } else if (UNDO.match(e)) {
            actions.undo();
        } else if (REDO.match(e) || REDO_TOO.match(e)) {
            actions.redo();
        } else if (ALL.match(e)) {
            actions.chooseAll();
        } else if (REFRESH.match(e) || e.getCode() == KeyCode.F5) {
            actions.syncNow();
        } else if (e.isShortcutDown() || e.isAltDown() || !plain(e)) {
            return;
        }
        taken = true;
        e.consume();
    }

    private boolean plain(KeyEvent e) {
        KeyCode code = e.getCode();
        Occurrence selected = actions.view().selected();
        switch (code) {
            case N -> actions.quickAdd();
            case C -> actions.create();
            case T, HOME -> actions.today();
            case B -> actions.toggleSidebar();
            case LEFT, PAGE_UP, K -> actions.page(-1);
            case RIGHT, PAGE_DOWN, J -> actions.page(1);
            case DOWN -> actions.walk(1, e.isShiftDown());
            case UP -> actions.walk(-1, e.isShiftDown());
            case SPACE -> {
                if (selected == null) {
                    return false;
                }
                actions.peek();
            }
            case ENTER -> {
                if (selected == null) {
                    return false;
                }
                acts.open(selected);
            }
            case DELETE, BACK_SPACE -> {
                if (selected == null) {
                    return false;
                }
                delete(acts, actions.view());
            }
            default -> {
                return look(code) || days(code);
            }
        }
        return true;
    }

    /** Deletes what is selected in a view. */
    static void delete(Acts acts, CalendarView view) {
        List<Occurrence> chosen = view.chosen();
        if (chosen.size() == 1) {
            acts.delete(chosen.getFirst());
        } else if (!chosen.isEmpty()) {
            acts.deleteAll(chosen);
        }
    }

    /** 2 to 9: so many days. */
    private boolean days(KeyCode code) {
        String digit = code.isDigitKey() ? code.getName().replaceAll("\\D", "") : "";
        if (digit.isEmpty() || digit.equals("0")) {
            return false;
        }
        actions.days(Integer.parseInt(digit));
        return true;
    }

    private boolean look(KeyCode code) {
        for (Mode mode : Mode.values()) {
            if (mode.key() == code) {
                actions.look(mode);
                return true;
            }
        }
        return false;
    }
}
