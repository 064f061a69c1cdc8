package app.linden.ui.quick;

import app.linden.model.Calendar;
import app.linden.model.Event;
import app.linden.model.Length;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Overlay;
import app.linden.ui.kit.Texts;
import app.linden.words.Sentence;
import app.linden.words.Understood;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A field over the window in which an event is said in words; beneath it stands what is understood
 * while one types. Enter saves it, with Ctrl the form opens with it. Lives on JavaFX's thread.
 */
public final class QuickAdd extends VBox {
    /** What the panel needs of the window. */
    public interface Actions {
        /** The calendars in which events can be made. */
        List<Calendar> calendars();

        /** The one in which they are when nobody says. */
        Optional<Calendar> usual();

        /** How long an event is when nobody says. */
        Length usualLength();

        /** How long before a timed event to remind when nobody says, null for not at all. */
        @Nullable Length usualAlert();

        void save(Event event);

        /** Opens the form of a new event. */
        void edit(Event event);

        /** There is no calendar that takes events. */
        void noCalendar();
    }

    private final Clock clock;
    private final Look look;
    private final Overlay overlay;
    private final Actions actions;
    private final MarkedField field = new MarkedField(Texts.text("quick.prompt"));
    private final Meaning meaning;
    private final Label hint = new Label(Texts.text("quick.hint"));
    private final HBox foot = new HBox();
    private List<Calendar> calendars = List.of();
    private @Nullable Sentence sentence;
    private @Nullable Event event;

    /**
     * A panel that is not yet open.
     *
     * @param clock its zone is the one in which times are meant
     */
    public QuickAdd(Clock clock, Look look, Overlay overlay, Actions actions) {
        this.clock = clock;
        this.look = look;
        this.overlay = overlay;
        this.actions = actions;
        this.meaning = new Meaning(clock.getZone());
        getStyleClass().add("quick");
        getStylesheets().add(Look.sheet("quick.css"));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = new HBox(Icons.icon(Feather.PLUS), field);
        head.getStyleClass().add("overlay-head");
        hint.getStyleClass().add("overlay-told");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        build();
        getChildren().setAll(head, hint, meaning, foot);
        field.field().textProperty().addListener((o, was, is) -> understand(is));
        field.field().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        understand("");
    }

    private void build() {
        Button edit = new Button(Texts.text("quick.edit"));
        edit.getStyleClass().add("flat");
        edit.setOnAction(e -> edit());
        Button add = new Button(Texts.text("quick.add"));
        add.getStyleClass().add("accent");
        add.setOnAction(e -> save());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label keys = new Label(Texts.text("quick.keys"));
        keys.getStyleClass().add("quick-keys");
        keys.setMinWidth(0);
        foot.getStyleClass().add("quick-foot");
        foot.getChildren().setAll(keys, space, edit, add);
    }

    /** Opens the panel with an empty field. */
    public void open() {
        calendars = actions.calendars();
        if (calendars.isEmpty()) {
            actions.noCalendar();
            return;
        }
        sentence =
                new Sentence(
                        Locale.getDefault(),
                        calendars.stream().map(Calendar::name).toList(),
                        clock.getZone(),
                        actions.usualLength());
        field.field().clear();
        overlay.show(this, field.field());
        understand("");
    }

    private void understand(String text) {
        Sentence reader = sentence;
        boolean empty = text.isBlank() || reader == null;
        for (Region part : List.of(meaning, foot)) {
            part.setVisible(!empty);
            part.setManaged(!empty);
        }
        hint.setVisible(empty);
        hint.setManaged(empty);
        event = null;
        if (empty || reader == null) {
            field.mark(List.of());
            return;
        }
        LocalDateTime now = LocalDateTime.now(clock);
        Understood u = reader.read(text, now);
        Length alert = actions.usualAlert();
        if (alert != null && u.alerts().isEmpty() && !u.when().allDay()) {
            u = u.withAlert(alert);
        }
        Calendar calendar = calendar(u);
        field.mark(u.marks());
        meaning.show(u, calendar, look.dark().get(), now.toLocalDate());
        event = u.event(calendar.id());
    }

    private Calendar calendar(Understood u) {
        return u.calendar() >= 0
                ? calendars.get(u.calendar())
                : actions.usual().filter(calendars::contains).orElse(calendars.getFirst());
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) {
            if (e.isShortcutDown()) {
                edit();
            } else {
                save();
            }
            e.consume();
        }
    }

    private void save() {
        Event ready = event;
        if (ready != null) {
            overlay.hide();
            actions.save(ready);
        }
    }

    private void edit() {
        Event ready = event;
        if (ready != null) {
            overlay.hide();
            actions.edit(ready);
        }
    }
}
