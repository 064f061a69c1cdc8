package app.linden.ui.settings;

import app.linden.base.Subscription;
import app.linden.calendar.SettingsFile;
import app.linden.calendar.care.Backups;
import app.linden.calendar.care.Care;
import app.linden.calendar.port.Desktop;
import app.linden.ui.kit.Dates;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Texts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The rows about backups and newer versions. Lives on JavaFX's thread. */
final class CareRows {
    private final Care care;
    private final SettingsFile file;
    private final Desktop desktop;

    CareRows(Care care, SettingsFile file, Desktop desktop) {
        this.care = care;
        this.file = file;
        this.desktop = desktop;
    }

    /** Adds them; what it gives is to be closed with the window. */
    Subscription addTo(Rows rows) {
        Backups backups = care.backups();
        rows.section("settings.care-section");
        rows.check(
                "settings.backups",
                null,
                file.settings().get().backups(),
                on -> {
                    file.change(s -> s.withBackups(on));
                    if (on) {
                        FxRelay.after(backups.lookNow(), done -> {}, failed -> {});
                    }
                });
        Label where = rows.say("");
        where.setId("settings-backups-state");
        Button show = new Button(Texts.text("settings.backups.show"));
        show.setId("settings-backups-show");
        show.setOnAction(e -> desktop.show(backups.folder()));
        rows.beneath(show);
        if (care.updates() != null) {
            rows.check(
                    "settings.updates",
                    "settings.updates.why",
                    file.settings().get().updates(),
                    on -> file.change(s -> s.withUpdates(on)));
        }
        return FxRelay.relay(
                backups.state(),
                state -> {
                    where.setText(words(state));
                    show.setDisable(state.last() == null);
                });
    }

    private String words(Backups.State state) {
        String last =
                state.last() == null
                        ? Texts.text("settings.backups.never")
                        : Texts.text("settings.backups.last", moment(state.last()));
        String where =
                Texts.text("settings.backups.where", care.backups().folder().toString(), last);
        return state.problem().isEmpty() ? where : where + "\n" + state.problem();
    }

    private String moment(Instant at) {
        ZoneId own = file.settings().get().zone();
        LocalDateTime then =
                LocalDateTime.ofInstant(at, own == null ? ZoneId.systemDefault() : own);
        return Dates.date(then.toLocalDate()) + ", " + Dates.time(then.toLocalTime());
    }
}
