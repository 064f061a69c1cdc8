package app.linden.ui.editor;

import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;

import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** A time of day, typed in any usual way or taken from a list of quarter hours. */
final class TimeField extends TextField {
    private static final int QUARTERS = 96;

    private final Consumer<LocalTime> changed;
    private final PickList<LocalTime> list;
    private LocalTime time = LocalTime.MIDNIGHT;
    private @Nullable String fault;
    private boolean showing;

    /**
     * @param style class of this field; its list gets "of-" before it
     * @param first the time that the list begins with
     * @param words what the list says of a time
     */
    TimeField(
            Look look,
            String style,
            Supplier<LocalTime> first,
            Function<LocalTime, String> words,
            Consumer<LocalTime> changed) {
        this.changed = changed;
        getStyleClass().addAll("time-field", style);
        list =
                new PickList<>(
                        this,
                        look,
                        new PickList.Offers<>() {
                            @Override
                            public List<LocalTime> all(String typed) {
                                return quarters(first.get());
                            }

                            @Override
                            public int meant(String typed) {
                                return TimeText.read(typed)
                                        .map(t -> all(typed).indexOf(t))
                                        .orElse(-1);
                            }
                        },
                        words,
                        this::accept);
        textProperty()
                .addListener(o -> {
                    if (!showing) {
                        list.follow();
                    }
                });
        focusedProperty()
                .addListener((o, was, is) -> {
                    if (!is) {
                        commit();
                    }
                });
    }

    private static List<LocalTime> quarters(LocalTime first) {
        return LongStream.range(0, QUARTERS)
                .mapToObj(i -> first.plus(Duration.ofMinutes(15 * i)))
                .toList();
    }

    /** Shows a time; what is being typed stays. */
    void show(LocalTime next) {
        if (!isFocused() || Objects.equals(getText(), Dates.time(time))) {
            put(next);
        }
    }

    private void put(LocalTime next) {
        time = next;
        fault = null;
        showing = true;
        setText(Dates.time(next));
        showing = false;
    }

    /** Why the text is no time, null when it is one. */
    @Nullable String fault() {
        return fault;
    }

    /** Takes over what was typed. */
    void commit() {
        list.close();
        String typed = getText();
        if (fault == null && Objects.equals(typed, Dates.time(time))) {
            return;
        }
        TimeText.read(typed)
                .ifPresentOrElse(
                        this::accept,
                        () -> {
                            fault = Texts.text("editor.time.unreadable", typed.strip());
                            changed.accept(time);
                        });
    }

    private void accept(LocalTime next) {
        put(next);
        changed.accept(next);
        selectAll();
    }
}
