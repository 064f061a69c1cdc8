package app.linden.ui.shell;

import app.linden.paper.Wanted;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Texts;
import app.linden.ui.paper.PrintWindow;

import javafx.scene.control.MenuItem;
import javafx.stage.Stage;

import java.time.LocalDate;

/** Prints what the person looks at. Lives on JavaFX's thread. */
final class PrintFlow {
    private final Stage stage;
    private final Services services;
    private final Look look;
    private final Pages pages;
    private final NoticeBar notices;

    PrintFlow(Stage stage, Services services, Look look, Pages pages, NoticeBar notices) {
        this.stage = stage;
        this.services = services;
        this.look = look;
        this.pages = pages;
        this.notices = notices;
    }

    MenuItem item() {
        MenuItem item = new MenuItem(Texts.text("menu.print"));
        item.setOnAction(e -> print());
        return item;
    }

    void print() {
        Wanted.View view =
                switch (pages.period().mode()) {
                    case DAY, WEEK, WORK_WEEK, DAYS -> Wanted.View.WEEK;
                    case MONTH, YEAR -> Wanted.View.MONTH;
                    case AGENDA -> Wanted.View.AGENDA;
                };
        LocalDate around = pages.period().around();
        new PrintWindow(
                        services.agenda(),
                        services.files(),
                        look,
                        view,
                        around,
                        services.clock().getZone(),
                        notices::tell)
                .show(stage);
    }
}
