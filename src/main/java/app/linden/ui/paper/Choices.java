package app.linden.ui.paper;

import app.linden.paper.PaperSize;
import app.linden.paper.Wanted;
import app.linden.paper.Wanted.View;
import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.Texts;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.time.LocalDate;
import java.util.Locale;

/** What is asked before something is printed. Lives on JavaFX's thread. */
final class Choices extends VBox {
    private static final int MOST = 24;

    private final ToggleGroup views = new ToggleGroup();
    private final ToggleGroup ways = new ToggleGroup();
    private final DatePicker from;
    private final Spinner<Integer> count = new Spinner<>(1, MOST, 1);
    private final ChoiceBox<PaperSize> paper = new ChoiceBox<>();
    private final CheckBox gray = new CheckBox(Texts.text("print.gray"));
    private final VBox counted;
    private final LocalDate around;
    private final Runnable changed;

    Choices(View view, LocalDate around, Runnable changed) {
        this.around = around;
        this.changed = changed;
        getStyleClass().add("print-choices");
        from = new DatePicker(around);
        from.setId("print-from");
        from.setMaxWidth(Double.MAX_VALUE);
        from.valueProperty().addListener(o -> tell());
        count.setId("print-count");
        count.setEditable(true);
        count.setMaxWidth(Double.MAX_VALUE);
        count.valueProperty().addListener(o -> tell());
        paper.setId("print-paper");
        paper.getItems().setAll(PaperSize.values());
        paper.setValue(PaperSize.usual(Locale.getDefault()));
        paper.setConverter(new Name());
        paper.setMaxWidth(Double.MAX_VALUE);
        paper.valueProperty().addListener(o -> tell());
        gray.setId("print-gray");
        gray.selectedProperty().addListener(o -> tell());
        counted = DialogParts.field("", count);
        getChildren()
                .addAll(
                        DialogParts.field(
                                Texts.text("print.view"), choice(views, (Object[]) View.values())),
                        DialogParts.field(Texts.text("print.from"), from),
                        counted,
                        DialogParts.field(Texts.text("print.paper"), paper),
                        DialogParts.field(Texts.text("print.way"), choice(ways, false, true)),
                        gray);
        choose(views, view);
        choose(ways, view.lies());
        unit();
        views.selectedToggleProperty()
                .addListener(o -> {
                    unit();
                    choose(ways, view().lies());
                    tell();
                });
        ways.selectedToggleProperty().addListener(o -> tell());
    }

    /** Buttons side by side of which one is chosen. */
    private static HBox choice(ToggleGroup group, Object... values) {
        HBox box = new HBox();
        box.getStyleClass().add("segmented");
        for (int i = 0; i < values.length; i++) {
            ToggleButton button = new ToggleButton(name(values[i]));
            button.setUserData(values[i]);
            button.setMaxWidth(Double.MAX_VALUE);
            // The arrows go from one to the next, so Tab need not.
            button.focusTraversableProperty().bind(button.selectedProperty());
            button.getStyleClass()
                    .add(
                            i == 0
                                    ? "left-pill"
                                    : i == values.length - 1 ? "right-pill" : "center-pill");
            HBox.setHgrow(button, Priority.ALWAYS);
            group.getToggles().add(button);
            box.getChildren().add(button);
        }
        // One is always chosen.
        group.selectedToggleProperty()
                .addListener((o, was, is) -> {
                    if (is == null) {
                        group.selectToggle(was);
                    }
                });
        return box;
    }

    private static String name(Object value) {
        return switch (value) {
            case View.MONTH -> Texts.text("bar.month");
            case View.WEEK -> Texts.text("bar.week");
            case View.AGENDA -> Texts.text("bar.agenda");
            default ->
                    Texts.text(Boolean.TRUE.equals(value) ? "print.landscape" : "print.portrait");
        };
    }

    private static void choose(ToggleGroup group, Object value) {
        group.getToggles().stream()
                .filter(t -> value.equals(t.getUserData()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }

    private View view() {
        return (View) views.getSelectedToggle().getUserData();
    }

    /** An agenda is counted in weeks too. */
    private void unit() {
        String name = Texts.text(view() == View.MONTH ? "print.months" : "print.weeks");
        ((Label) counted.getChildren().getFirst()).setText(name);
    }

    private void tell() {
        if (views.getSelectedToggle() != null && ways.getSelectedToggle() != null) {
            changed.run();
        }
    }

    /** What is chosen now. */
    Wanted wanted() {
        LocalDate first = from.getValue() == null ? around : from.getValue();
        int more = count.getValue() - 1;
        LocalDate last =
                switch (view()) {
                    case MONTH -> first.plusMonths(more);
                    case WEEK -> first.plusWeeks(more);
                    case AGENDA -> first.plusWeeks(more + 1L).minusDays(1);
                };
        boolean lies = Boolean.TRUE.equals(ways.getSelectedToggle().getUserData());
        return new Wanted(view(), first, last, paper.getValue(), lies, gray.isSelected());
    }

    /** Where the focus begins. */
    Node first() {
        return (Node) views.getSelectedToggle();
    }

    private static final class Name extends StringConverter<PaperSize> {
        @Override
        public String toString(PaperSize size) {
            return size == PaperSize.LETTER ? "Letter" : "A4";
        }

        @Override
        public PaperSize fromString(String name) {
            return name.equals("A4") ? PaperSize.A4 : PaperSize.LETTER;
        }
    }
}
