package app.linden.ui.editor;

import app.linden.base.Subscription;
import app.linden.calendar.Agenda;
import app.linden.calendar.Agenda.Talk;
import app.linden.calendar.Commands;
import app.linden.model.Comment;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * What is said about an event, with a field to say something. It follows what others say while it
 * is shown. Lives on JavaFX's thread.
 */
final class CommentsPane extends VBox {
    /** More than this many pixels of comments are scrolled. */
    private static final double MOST_HEIGHT = 300;

    private static final int MOST_ROWS = 5;
    private static final int COLUMNS = 36;

    private final Agenda agenda;
    private final Commands commands;
    private final ZoneId zone;
    private final String eventId;
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final Label failure = new Label();
    private final TextArea field = new TextArea();
    private final Map<String, String> drafts;

    /**
     * @param drafts what was begun and not sent, by event; kept while the program runs
     */
    CommentsPane(
            Agenda agenda,
            Commands commands,
            ZoneId zone,
            String eventId,
            Talk talk,
            Map<String, String> drafts) {
        this.agenda = agenda;
        this.commands = commands;
        this.zone = zone;
        this.eventId = eventId;
        this.drafts = drafts;
        getStyleClass().add("comments");
        Label head = new Label(Texts.text("comments.head"));
        head.getStyleClass().add("comments-head");
        list.getStyleClass().add("comments-list");
        scroll.getStyleClass().add("comments-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        failure.getStyleClass().add("comments-failure");
        failure.setWrapText(true);
        failure.setMinHeight(Region.USE_PREF_SIZE);
        say("");
        getChildren().addAll(head, scroll, failure);
        if (talk.mayWrite()) {
            getChildren().add(writing());
        }
        show(talk);
        // What is typed here is no shortcut of the window beneath; Esc closes the card.
        addEventHandler(
                KeyEvent.ANY,
                e -> {
                    if (e.getCode() != KeyCode.ESCAPE && field.equals(e.getTarget())) {
                        e.consume();
                    }
                });
    }

    /** Follows what is said, until closed. */
    Subscription follow() {
        Subscription talks =
                FxRelay.relay(
                        agenda.talks(),
                        n ->
                                FxRelay.after(
                                        agenda.talk(eventId),
                                        this::show,
                                        error -> say(Sentences.of(error))));
        return () -> {
            talks.close();
            if (field.getText().isBlank()) {
                drafts.remove(eventId);
            } else {
                drafts.put(eventId, field.getText());
            }
        };
    }

    private HBox writing() {
        field.setId("comment-field");
        field.setPromptText(Texts.text("comments.write"));
        field.setAccessibleText(Texts.text("comments.write"));
        field.setWrapText(true);
        field.textProperty().addListener((all, was, is) -> grow(is));
        field.setText(drafts.getOrDefault(eventId, ""));
        grow(field.getText());
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                        e.consume();
                        if (e.isShiftDown()) {
                            field.replaceSelection("\n");
                        } else {
                            send();
                        }
                    } else if (e.getCode() == KeyCode.TAB) {
                        e.consume();
                        field.requestFocusTraversal(
                                e.isShiftDown()
                                        ? javafx.scene.TraversalDirection.PREVIOUS
                                        : javafx.scene.TraversalDirection.NEXT);
                    }
                });
        HBox.setHgrow(field, Priority.ALWAYS);
        Button send = Icons.button(Feather.SEND, Texts.text("comments.send"), this::send);
        send.setId("comment-send");
        send.setTooltip(new Tooltip(Texts.text("comments.send-keys")));
        send.disableProperty().bind(field.textProperty().map(text -> text.isBlank()).orElse(true));
        HBox line = new HBox(field, send);
        line.setAlignment(Pos.BOTTOM_RIGHT);
        line.getStyleClass().add("comments-write");
        return line;
    }

    private void grow(String text) {
        int rows = text.lines().mapToInt(line -> 1 + line.length() / COLUMNS).sum();
        field.setPrefRowCount(Math.clamp(rows + (text.endsWith("\n") ? 1 : 0), 1, MOST_ROWS));
    }

    private void send() {
        String text = field.getText();
        if (text.isBlank()) {
            return;
        }
        FxRelay.after(
                commands.comment(eventId, text),
                done -> {
                    say("");
                    if (field.getText().equals(text)) {
                        field.clear();
                    }
                },
                error -> say(Sentences.of(error)));
    }

    private void say(String sentence) {
        failure.setText(sentence);
        failure.setVisible(!sentence.isEmpty());
        failure.setManaged(!sentence.isEmpty());
    }

    private void show(Talk talk) {
        list.getChildren().setAll(talk.comments().stream().map(this::row).toList());
        boolean any = !talk.comments().isEmpty();
        scroll.setVisible(any);
        scroll.setManaged(any);
        if (getScene() != null) {
            scroll.applyCss();
        }
        // Laid out at the width that it has or will have, so that long words count their lines.
        double width = scroll.getWidth() > 0 ? scroll.getWidth() : 308;
        scroll.setPrefHeight(Math.min(MOST_HEIGHT, Math.ceil(list.prefHeight(width))) + 2);
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        scroll.layout();
        scroll.setVvalue(1);
    }

    private Node row(Comment comment) {
        Instant now = agenda.now();
        String who =
                comment.mine()
                        ? Texts.text("comments.me")
                        : comment.who().isBlank() ? Texts.text("card.somebody") : comment.who();
        String when = CommentWords.when(comment.created(), now, zone);
        Label name = new Label(who);
        name.getStyleClass().add("comment-who");
        Label moment = new Label(when);
        moment.getStyleClass().add("comment-when");
        moment.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(name, moment, gap);
        head.getStyleClass().add("comment-head");
        head.setAlignment(Pos.CENTER_LEFT);
        if (comment.removable()) {
            Button delete =
                    Icons.button(
                            Feather.X,
                            Texts.text("comments.delete"),
                            () ->
                                    FxRelay.after(
                                            commands.deleteComment(comment),
                                            done -> say(""),
                                            error -> say(Sentences.of(error))));
            delete.getStyleClass().add("comment-delete");
            head.getChildren().add(delete);
        }
        Label text = new Label(comment.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("comment-text");
        VBox row = new VBox(head, text);
        row.getStyleClass().add("comment");
        if (comment.unsent()) {
            String why =
                    comment.refused().isEmpty()
                            ? Texts.text("comments.unsent")
                            : Texts.text("comments.refused", comment.refused());
            Label waits = new Label(why);
            waits.setWrapText(true);
            waits.setMinHeight(Region.USE_PREF_SIZE);
            waits.getStyleClass()
                    .add(comment.refused().isEmpty() ? "comment-waits" : "comments-failure");
            row.getChildren().add(waits);
        }
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(Texts.text("comments.accessible", who, when, comment.text()));
        return row;
    }
}
