package app.linden.ui.share;

import app.linden.base.Closer;
import app.linden.base.Subscription;
import app.linden.calendar.Agenda;
import app.linden.calendar.Commands;
import app.linden.calendar.Members;
import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Person;
import app.linden.model.Role;
import app.linden.model.Waiting;
import app.linden.ui.kit.DialogParts;
import app.linden.ui.kit.FxRelay;
import app.linden.ui.kit.Look;
import app.linden.ui.kit.Question;
import app.linden.ui.kit.Sentences;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The members of one calendar and what can be done about them. Close it with its window. */
final class SharePanel extends VBox implements Subscription {
    private static final double ROW = 48;
    private static final int ROWS_SHOWN = 6;

    private final Commands commands;
    private final Agenda agenda;
    private final Look look;
    private final String calendarId;
    private final Closer closer = new Closer();
    private final Label title = DialogParts.sentence("share-title", "");
    private final Label why = DialogParts.sentence("share-why", "");
    private final Label count = new Label();
    private final Label said = DialogParts.sentence("share-said", "");
    private final Label waits = DialogParts.sentence("share-waits", "");
    private final VBox refused = new VBox();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);
    private final HBox adding = new HBox();
    private final Button leave = new Button(Texts.text("share.leave"));
    private final Button handOver = new Button(Texts.text("share.hand-over"));
    private final PersonField person;
    private final InviteRow link;
    private Role given = Role.EDIT;
    private List<Role> roles = List.of();
    private Runnable closing = () -> {};
    private Runnable resizing = () -> {};

    /**
     * @param invite asks the server for a link into the calendar
     */
    SharePanel(
            Commands commands,
            Agenda agenda,
            Look look,
            String calendarId,
            Function<Role, CompletableFuture<String>> invite) {
        this.commands = commands;
        this.agenda = agenda;
        this.look = look;
        this.calendarId = calendarId;
        this.link = new InviteRow(invite, () -> resizing.run());
        this.person = new PersonField(look, this::found, this::add);
        getStyleClass().add("share");
        adding.getStyleClass().add("share-adding");
        adding.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(person, Priority.ALWAYS);
        count.getStyleClass().add("share-count");
        list.getStyleClass().add("member-list");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("member-scroll");
        refused.getStyleClass().add("share-refused");
        leave.setId("share-leave");
        handOver.setId("share-hand-over");
        getChildren()
                .addAll(title, why, adding, link, said, count, scroll, refused, waits, buttons());
        closer.add(FxRelay.relay(agenda.calendars(), all -> draw()));
        closer.add(FxRelay.relay(agenda.people(), all -> draw()));
        closer.add(FxRelay.relay(agenda.waiting(), all -> draw()));
    }

    void closing(Runnable act) {
        closing = act;
    }

    void resizing(Runnable act) {
        resizing = act;
    }

    /** The field has the keyboard, where there is one. */
    void begin() {
        if (adding.isVisible()) {
            person.requestFocus();
        }
    }

    private HBox buttons() {
        Button close = new Button(Texts.text("action.close"));
        close.setId("share-close");
        close.setCancelButton(true);
        close.setOnAction(e -> closing.run());
        leave.getStyleClass().add("danger");
        leave.setOnAction(e -> askToLeave());
        handOver.setOnAction(e -> askToHandOver());
        for (Button button : List.of(leave, handOver)) {
            button.managedProperty().bind(button.visibleProperty());
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(leave, handOver, gap, close);
        bar.getStyleClass().add("share-buttons");
        return bar;
    }

    private @Nullable Calendar calendar() {
        return agenda.calendars().get().find(calendarId).filter(Calendar::subscribed).orElse(null);
    }

    private @Nullable Account account(Calendar calendar) {
        return agenda.calendars().get().accounts().stream()
                .filter(a -> a.id().equals(calendar.accountId()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Members members() {
        Calendar calendar = calendar();
        Account account = calendar == null ? null : account(calendar);
        return calendar == null || account == null
                ? null
                : Members.of(calendar, account, agenda.people().get());
    }

    private void draw() {
        Calendar calendar = calendar();
        Members members = members();
        if (calendar == null || members == null) {
            closing.run();
            return;
        }
        boolean decides = members.mayShare();
        DialogParts.say(
                title, Texts.text(decides ? "share.title" : "share.members-of", calendar.name()));
        DialogParts.say(why, Texts.text(why(members)));
        drawAdding(members);
        List<Waiting> waiting =
                agenda.waiting().get().stream()
                        .filter(w -> w.objectId().equals(calendarId))
                        .filter(w -> !Members.changedBy(w).isEmpty())
                        .toList();
        Set<String> unsent = new HashSet<>();
        waiting.forEach(w -> unsent.addAll(Members.changedBy(w)));
        list.getChildren().clear();
        for (Members.Member m : members.list()) {
            MemberRow row = new MemberRow(members, m, unsent.contains(m.id()), new RowActs());
            if (!list.getChildren().isEmpty()) {
                row.getStyleClass().add("member-next");
            }
            list.getChildren().add(row);
        }
        count.setText(
                members.list().size() < 2
                        ? Texts.text("share.alone")
                        : Texts.text("share.members", members.list().size()));
        int rows = Math.max(1, Math.min(ROWS_SHOWN, members.list().size()));
        scroll.setMinHeight(rows * ROW + 2);
        scroll.setPrefHeight(rows * ROW + 2);
        refused.getChildren().clear();
        waiting.stream().filter(Waiting::isParked).forEach(w -> refused.getChildren().add(row(w)));
        refused.setVisible(!refused.getChildren().isEmpty());
        refused.setManaged(refused.isVisible());
        boolean waits = waiting.stream().anyMatch(w -> !w.isParked());
        DialogParts.say(this.waits, waits ? Texts.text("share.waits") : "");
        leave.setVisible(members.mayLeave());
        handOver.setVisible(members.mayHandOver());
        resizing.run();
    }

    private static String why(Members members) {
        if (!members.mayShare()) {
            return "share.read-only";
        }
        return members.server().lists() ? "share.why" : "share.no-directory";
    }

    private void drawAdding(Members members) {
        boolean can = members.mayShare() && members.server().lists();
        boolean byLink = can && members.server().lets();
        link.setVisible(byLink);
        link.setManaged(byLink);
        adding.setVisible(can);
        adding.setManaged(can);
        List<Role> now = members.roles();
        if (can && (!now.equals(roles) || adding.getChildren().isEmpty())) {
            roles = now;
            drawGiven();
        }
    }

    private void drawGiven() {
        RoleButton role =
                new RoleButton(
                        Texts.text("share.add-as"),
                        given,
                        roles,
                        chosen -> {
                            given = chosen;
                            drawGiven();
                            person.requestFocus();
                        });
        role.setId("share-given");
        link.forRole(given);
        if (adding.getChildren().isEmpty()) {
            adding.getChildren().addAll(person, role);
        } else {
            adding.getChildren().set(1, role);
        }
    }

    private List<Person> found(String typed) {
        Calendar calendar = calendar();
        Account account = calendar == null ? null : account(calendar);
        Members members = members();
        if (account == null || members == null) {
            return List.of();
        }
        Set<String> in = new HashSet<>();
        members.list().forEach(m -> in.add(m.id()));
        return agenda.people().get().matching(account, typed).stream()
                .filter(p -> !in.contains(p.id()))
                .toList();
    }

    private void add(Person someone) {
        run(commands.sharing().give(calendarId, someone.id(), given));
    }

    private Node row(Waiting waiting) {
        Label reason =
                DialogParts.sentence(
                        "share-reason",
                        Texts.text(
                                "share.refused", Sentences.of(String.valueOf(waiting.reason()))));
        Button again = new Button(Texts.text("share.retry"));
        again.setOnAction(e -> run(commands.retry(waiting.seq())));
        Button back = new Button(Texts.text("share.discard"));
        back.setId("share-discard");
        back.setOnAction(e -> run(commands.discard(waiting.seq())));
        HBox buttons = new HBox(again, back);
        buttons.getStyleClass().add("share-refused-buttons");
        return new VBox(reason, buttons);
    }

    private void askToLeave() {
        Calendar calendar = calendar();
        if (calendar != null) {
            Question.ask(
                    getScene().getWindow(),
                    look,
                    Texts.text("share.leave-question", calendar.name()),
                    Texts.text("share.leave-what"),
                    List.of(
                            new Question.Answer(
                                    Texts.text("share.leave-yes"),
                                    "danger",
                                    () -> run(commands.sharing().leave(calendarId)))));
        }
    }

    private void askToHandOver() {
        Calendar calendar = calendar();
        Members members = members();
        if (calendar == null || members == null) {
            return;
        }
        List<Question.Answer> answers = new ArrayList<>();
        members.list().stream()
                .filter(m -> !m.me())
                .forEach(m ->
                        answers.add(
                                new Question.Answer(
                                        MemberRow.name(m),
                                        "",
                                        () ->
                                                run(
                                                        commands.sharing()
                                                                .handOver(calendarId, m.id())))));
        Question.ask(
                getScene().getWindow(),
                look,
                Texts.text("share.hand-over-question", calendar.name()),
                Texts.text(answers.isEmpty() ? "share.hand-over-nobody" : "share.hand-over-what"),
                answers);
    }

    private void run(CompletableFuture<Void> command) {
        DialogParts.say(said, "");
        FxRelay.after(
                command,
                done -> {},
                error -> {
                    DialogParts.say(said, Sentences.of(error));
                    resizing.run();
                });
    }

    private final class RowActs implements MemberRow.Acts {
        @Override
        public void give(Members.Member member, Role role) {
            run(commands.sharing().give(calendarId, member.id(), role));
        }

        @Override
        public void remove(Members.Member member) {
            run(commands.sharing().remove(calendarId, member.id()));
        }
    }

    @Override
    public void close() {
        closer.close();
    }
}
