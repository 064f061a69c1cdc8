package app.linden.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.calendar.AgendaView;
import app.linden.layout.Range;
import app.linden.model.Occurrence;
import app.linden.ui.kit.Acts;
import app.linden.ui.kit.CalendarView;
import app.linden.ui.kit.Look;
import app.linden.ui.month.MonthView;
import app.linden.ui.week.WeekView;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.LocalDate;

class ViewPicturesTest {
    @TempDir private Path folder;

    private static final class NoActs implements Acts {
        @Override
        public void open(Occurrence occurrence) {}

        @Override
        public void peek(Node chip, Occurrence occurrence) {}

        @Override
        public void create(Range range) {}

        @Override
        public void move(Occurrence occurrence, Range to, Runnable undone) {}

        @Override
        public void delete(Occurrence occurrence) {}

        @Override
        public void showDay(LocalDate day) {}
    }

    @AfterEach
    void close() {
        Fx.closeAll();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void pictures(boolean dark) {
        try (Sample sample = new Sample(folder).fill()) {
            Look look = Fx.look(dark);
            for (boolean month : new boolean[] {true, false}) {
                CalendarView view =
                        Fx.on(() ->
                                month
                                        ? new MonthView(new NoActs(), look.dark(), Sample.ZONE)
                                        : new WeekView(7, new NoActs(), look.dark(), Sample.ZONE));
                LocalDate first = Fx.on(() -> view.firstDay(Sample.TODAY));
                AgendaView agenda =
                        sample.agenda.open(first, first.plusDays(view.days()), Sample.ZONE);
                Scene scene =
                        Fx.on(() -> {
                            Scene s = new Scene(view.node(), 980, 720);
                            look.dress(s);
                            Stage stage = new Stage();
                            stage.setScene(s);
                            stage.show();
                            return s;
                        });
                Fx.until("snapshot", () -> !agenda.snapshots().get().occurrences().isEmpty());
                Fx.run(() ->
                        view.show(
                                agenda.snapshots().get(),
                                Sample.TODAY,
                                Sample.TODAY.atTime(10, 20)));
                Fx.picture(scene, (month ? "month" : "week") + (dark ? "-dark" : "-light"));
                assertTrue(agenda.snapshots().get().occurrences().size() > 3);
                agenda.close();
            }
        }
    }
}
