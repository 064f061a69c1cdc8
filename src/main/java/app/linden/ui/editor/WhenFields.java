package app.linden.ui.editor;

import app.linden.ui.kit.Dates;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;
import app.linden.ui.kit.WhenWords;

import atlantafx.base.controls.ToggleSwitch;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.stream.Stream;

/** All day, start, end and time zones. Lives on JavaFX's thread. */
final class WhenFields {
    private final WhenDraft draft;
    private final Runnable changed;
    private final ToggleSwitch allDay = new ToggleSwitch();
    private final DateField startDay;
    private final DateField endDay;
    private final TimeField startTime;
    private final TimeField endTime;
    private final ZoneField startZone;
    private final ZoneField endZone;
    private final VBox zones;
    private final Hyperlink zonesLink = new Hyperlink(Texts.text("editor.zones"));
    private final Label fault = FormRows.fault();
    private final VBox node;
    private boolean zonesOpen;
    private boolean filling;

    /**
     * @param zone the viewer's: other zones are shown at once
     */
    WhenFields(WhenDraft draft, Look look, ZoneId zone, Runnable changed) {
        this.draft = draft;
        this.changed = changed;
        startDay = new DateField(look, day -> change(() -> draft.setStartDay(day)));
        endDay = new DateField(look, day -> change(() -> draft.setEndDay(day)));
        startTime =
                new TimeField(
                        look,
                        "start-time",
                        () -> LocalTime.MIDNIGHT,
                        Dates::time,
                        time -> change(() -> draft.setStartTime(time)));
        endTime =
                new TimeField(
                        look,
                        "end-time",
                        draft::startTime,
                        this::endWords,
                        time -> change(() -> draft.setEndTime(time)));
        startZone = new ZoneField(look, draft::start, z -> change(() -> draft.setZone(z)));
        endZone = new ZoneField(look, draft::start, z -> change(() -> draft.setEndZone(z)));
        zonesOpen =
                !draft.allDay()
                        && (!Objects.equals(draft.zone(), zone)
                                || !Objects.equals(draft.endZone(), zone));
        zones =
                FormRows.column(
                        FormRows.named(new Label(Texts.text("editor.zone.start")), startZone),
                        FormRows.named(new Label(Texts.text("editor.zone.end")), endZone));
        ids();
        allDay.selectedProperty()
                .addListener((o, was, is) -> {
                    if (!filling) {
                        change(() -> draft.setAllDay(is));
                    }
                });
        zonesLink.setOnAction(e -> {
            zonesOpen = true;
            show();
            startZone.requestFocus();
        });
        node = FormRows.column(switchLine(), start(), end(), zones, zonesLink, fault);
        show();
    }

    private void ids() {
        allDay.setId("all-day");
        startDay.setId("start-day");
        startTime.setId("start-time");
        endDay.setId("end-day");
        endTime.setId("end-time");
        startZone.setId("start-zone");
        endZone.setId("end-zone");
        zonesLink.setId("zones");
        fault.setId("when-fault");
    }

    private HBox switchLine() {
        Label name = new Label(Texts.text("editor.all-day"));
        name.setLabelFor(allDay);
        return FormRows.named(name, allDay);
    }

    private HBox start() {
        return FormRows.named(new Label(Texts.text("editor.start")), startDay, startTime);
    }

    private HBox end() {
        return FormRows.named(new Label(Texts.text("editor.end")), endDay, endTime);
    }

    VBox node() {
        return node;
    }

    /** Takes over what was typed and not yet left. */
    void commit() {
        if (startDay.isFocused()) {
            startDay.commit();
        }
        if (endDay.isFocused()) {
            endDay.commit();
        }
        if (startTime.isFocused()) {
            startTime.commit();
        }
        if (endTime.isFocused()) {
            endTime.commit();
        }
    }

    /** The sentence that is shown, null when all can be read and fits together. */
    @Nullable String fault() {
        String unreadable =
                Stream.of(
                                startDay.fault(),
                                endDay.fault(),
                                timeFault(startTime),
                                timeFault(endTime))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        if (unreadable != null) {
            return unreadable;
        }
        return draft.endsBeforeItStarts() ? Texts.text("editor.end-before-start") : null;
    }

    private @Nullable String timeFault(TimeField field) {
        return draft.allDay() ? null : field.fault();
    }

    private void change(Runnable change) {
        change.run();
        show();
        changed.run();
    }

    private void show() {
        filling = true;
        allDay.setSelected(draft.allDay());
        if (startDay.fault() == null) {
            startDay.show(draft.startDay());
        }
        if (endDay.fault() == null) {
            endDay.show(draft.endDay());
        }
        if (startTime.fault() == null) {
            startTime.show(draft.startTime());
        }
        if (endTime.fault() == null) {
            endTime.show(draft.endTime());
        }
        startZone.show(draft.zone());
        endZone.show(draft.endZone());
        boolean timed = !draft.allDay();
        FormRows.shown(startTime, timed);
        FormRows.shown(endTime, timed);
        FormRows.shown(zones, timed && zonesOpen);
        FormRows.shown(zonesLink, timed && !zonesOpen);
        String sentence = fault();
        fault.setText(sentence);
        fault.setVisible(sentence != null);
        filling = false;
    }

    /** "10:30 AM (1 h)": the length beside each end. */
    private String endWords(LocalTime time) {
        LocalDateTime end = draft.startDay().atTime(time);
        if (time.isBefore(draft.startTime())) {
            end = end.plusDays(1);
        }
        Duration length = draft.lengthUntil(end);
        return length.isNegative()
                ? Dates.time(time)
                : Texts.text("editor.end-time", Dates.time(time), WhenWords.length(length));
    }
}
