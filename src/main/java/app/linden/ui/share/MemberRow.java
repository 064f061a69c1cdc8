package app.linden.ui.share;

import app.linden.calendar.Members;
import app.linden.model.Role;
import app.linden.ui.kit.Face;
import app.linden.ui.kit.Icons;
import app.linden.ui.kit.Texts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/** One member: who it is, what they may do and, for who decides, the choice of it. */
final class MemberRow extends HBox {
    /** What can be done about a member. */
    interface Acts {
        void give(Members.Member member, Role role);

        void remove(Members.Member member);
    }

    private final Members.Member member;

    /**
     * @param unsent whether what is shown is not on the server yet
     */
    MemberRow(Members members, Members.Member member, boolean unsent, Acts acts) {
        this.member = member;
        getStyleClass().add("member-row");
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(title(member));
        name.getStyleClass().add("member-name");
        VBox words = new VBox(name);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        if (!member.email().isEmpty()) {
            Label email = new Label(member.email());
            email.getStyleClass().add("member-email");
            words.getChildren().add(email);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new Face(member.id(), name(member)), words);
        if (unsent) {
            getChildren().add(unsent());
        }
        getChildren().add(role(members, acts));
    }

    Members.Member member() {
        return member;
    }

    static String name(Members.Member member) {
        String name = member.name();
        return name == null ? Texts.text("share.unknown", member.id()) : name;
    }

    private static String title(Members.Member member) {
        return member.me() ? Texts.text("share.me", name(member)) : name(member);
    }

    private static Node unsent() {
        Label mark = new Label(null, Icons.icon(Feather.CLOCK));
        mark.getStyleClass().add("member-unsent");
        mark.setTooltip(new Tooltip(Texts.text("share.unsent")));
        mark.setAccessibleText(Texts.text("share.unsent"));
        return mark;
    }

    private Node role(Members members, Acts acts) {
        // Oneself is changed by leaving and by handing over, so that nobody locks themselves out.
        if (member.owner() || member.me() || !members.mayShare()) {
            Label label =
                    new Label(
                            member.owner()
                                    ? Texts.text("share.owner")
                                    : RoleWords.of(member.role()));
            label.getStyleClass().add("member-role");
            label.setMinWidth(Region.USE_PREF_SIZE);
            return label;
        }
        RoleButton button =
                new RoleButton(
                        Texts.text("share.role-of", name(member)),
                        member.role(),
                        members.roles(),
                        chosen -> {
                            if (chosen != member.role()) {
                                acts.give(member, chosen);
                            }
                        });
        MenuItem remove = new MenuItem(Texts.text("share.remove"));
        remove.getStyleClass().add("danger");
        remove.setOnAction(e -> acts.remove(member));
        button.menu().getItems().addAll(new SeparatorMenuItem(), remove);
        return button;
    }
}
