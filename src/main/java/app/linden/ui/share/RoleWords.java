package app.linden.ui.share;

import app.linden.model.Role;
import app.linden.ui.kit.Texts;

import java.util.Locale;

/** What a role is called. */
final class RoleWords {
    private RoleWords() {}

    /** "Edits all". */
    static String of(Role role) {
        return Texts.text("share.role." + key(role));
    }

    /** "Adds and changes every event". */
    static String meaning(Role role) {
        return Texts.text("share.role-why." + key(role));
    }

    private static String key(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
