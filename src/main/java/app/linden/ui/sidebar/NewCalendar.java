package app.linden.ui.sidebar;

import app.linden.calendar.Commands;
import app.linden.model.Account;
import app.linden.ui.kit.CardPopup;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import java.util.List;

/** The card in which a calendar is made: its name, its colour and, of several, its account. */
final class NewCalendar {
    private final Commands commands;
    private final Look look;
    private String color = "";

    NewCalendar(Commands commands, Look look) {
        this.commands = commands;
        this.look = look;
    }

    /**
     * @param accounts those that take calendars, at least one
     * @param usual the colour that is chosen at first
     */
    void show(Node anchor, List<Account> accounts, String usual) {
        color = usual;
        Label title = new Label(Texts.text("sidebar.new"));
        title.getStyleClass().add("new-calendar-title");
        TextField name = new TextField();
        name.setId("new-calendar-name");
        name.setPromptText(Texts.text("sidebar.name"));
        ComboBox<Account> account = accounts(accounts);
        Label failure = new Label();
        failure.getStyleClass().add("sidebar-failure");
        failure.setWrapText(true);
        failure.managedProperty().bind(failure.visibleProperty());
        failure.setVisible(false);
        Button create = new Button(Texts.text("sidebar.create"));
        create.setId("new-calendar-create");
        create.getStyleClass().add("accent");
        create.disableProperty().bind(name.textProperty().map(String::isBlank).orElse(true));
        HBox buttons = new HBox(create);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox box = new VBox(title, name, new Palette(look, usual, c -> color = c));
        if (accounts.size() > 1) {
            box.getChildren().add(account);
        }
        box.getChildren().addAll(failure, buttons);
        box.getStyleClass().add("new-calendar");
        CardPopup popup = new CardPopup(look, box, "sidebar.css");
        Runnable act =
                () ->
                        FxRelay.after(
                                commands.createCalendar(
                                        account.getValue().id(), name.getText().strip(), color),
                                id -> popup.hide(),
                                error -> {
                                    failure.setText(Sentences.of(error));
                                    failure.setVisible(true);
                                });
        create.setOnAction(e -> act.run());
        name.setOnAction(e -> {
            if (!create.isDisabled()) {
                act.run();
            }
        });
        popup.showBeneath(anchor);
        name.requestFocus();
    }

    private static ComboBox<Account> accounts(List<Account> accounts) {
        ComboBox<Account> box = new ComboBox<>();
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Account account) {
                        return account == null ? "" : account.name();
                    }

                    @Override
                    public Account fromString(String name) {
                        throw new UnsupportedOperationException(name);
                    }
                });
        box.getItems().setAll(accounts);
        box.getSelectionModel().selectFirst();
        return box;
    }
}
