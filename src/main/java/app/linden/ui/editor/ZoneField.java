package app.linden.ui.editor;

import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.WhenWords;

import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A time zone, found by its city, its name or its offset. */
final class ZoneField extends TextField {
    /** Names that people use; the rest of the list are old aliases. */
    private static final List<ZoneId> ZONES =
            ZoneId.getAvailableZoneIds().stream()
                    .filter(id ->
                            id.equals("UTC")
                                    || id.matches(
                                            "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
                    .map(ZoneId::of)
                    .sorted(Comparator.comparing(WhenWords::city).thenComparing(ZoneId::getId))
                    .toList();

    private final Supplier<LocalDateTime> at;
    private final Consumer<ZoneId> changed;
    private final PickList<ZoneId> list;
    private @Nullable ZoneId zone;
    private boolean showing;

    /**
     * @param at the time for which offsets are shown
     */
    ZoneField(Look look, Supplier<LocalDateTime> at, Consumer<ZoneId> changed) {
        this.at = at;
        this.changed = changed;
        getStyleClass().add("zone-field");
        list =
                new PickList<>(
                        this,
                        look,
                        new PickList.Offers<>() {
                            @Override
                            public List<ZoneId> all(String typed) {
                                return typed.equals(words(zone)) ? ZONES : found(typed);
                            }

                            @Override
                            public int meant(String typed) {
                                return typed.equals(words(zone)) ? ZONES.indexOf(zone) : 0;
                            }
                        },
                        this::words,
                        this::accept);
        textProperty()
                .addListener(o -> {
                    if (!showing) {
                        list.follow();
                    }
                });
        focusedProperty()
                .addListener((o, was, is) -> {
                    if (is) {
                        selectAll();
                    } else {
                        show(zone);
                    }
                });
    }

    void show(@Nullable ZoneId next) {
        zone = next;
        showing = true;
        setText(words(next));
        showing = false;
    }

    private void accept(ZoneId next) {
        show(next);
        changed.accept(next);
    }

    private List<ZoneId> found(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.getDefault());
        return ZONES.stream()
                .filter(z ->
                        (words(z) + " " + z.getId())
                                .toLowerCase(Locale.getDefault())
                                .contains(wanted))
                .sorted(
                        Comparator.comparing(z ->
                                !WhenWords.city(z)
                                        .toLowerCase(Locale.getDefault())
                                        .startsWith(wanted)))
                .toList();
    }

    private String words(@Nullable ZoneId of) {
        if (of == null) {
            return Texts.text("editor.zone.none");
        }
        ZoneOffset offset = of.getRules().getOffset(at.get());
        String name = of.getDisplayName(TextStyle.FULL, Locale.getDefault());
        return Texts.text(
                "editor.zone",
                WhenWords.city(of),
                Objects.equals(name, of.getId()) ? "" : name,
                offset.getTotalSeconds() == 0
                        ? "GMT"
                        : "GMT" + offset.getId().replaceFirst("0(\\d)", "$1").replace(":00", ""));
    }
}
