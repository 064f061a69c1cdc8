package app.linden.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** The mouse, the keyboard and the sample that the window's tests stand on. */
class FxTest {
    @TempDir private Path folder;

    @AfterEach
    void closeWindows() {
        Fx.closeAll();
    }

    @Test
    void whatIsTypedAfterAClickArrivesInTheField() {
        TextField field =
                Fx.on(() -> {
                    TextField f = new TextField();
                    Stage stage = new Stage();
                    stage.setScene(new Scene(new StackPane(f), 300, 200));
                    Fx.look(false).dress(stage.getScene());
                    stage.show();
                    return f;
                });
        Fx.click(field);

        Fx.type("Tea at 9:30. Ok");

        assertEquals("Tea at 9:30. Ok", Fx.on(field::getText));
    }

    @Test
    void theSampleHasItsCalendarsAndADayWithEvents() {
        try (Sample sample = new Sample(folder).fill()) {
            assertEquals(5, sample.agenda.calendars().get().calendars().size());
            assertEquals("Stand-up", sample.on(Sample.TODAY).getFirst().title());
            assertEquals(4, sample.on(Sample.TODAY).size());
        }
    }
}
