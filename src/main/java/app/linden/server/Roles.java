package app.linden.server;

import app.linden.model.Role;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** How roles are written, in JSON and in rows: busy, read, own, edit, manage. */
final class Roles {
    private Roles() {}

    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** The role of a word; null when there is none. */
    static @Nullable Role of(String word) {
        for (Role role : Role.values()) {
            if (word(role).equals(word)) {
                return role;
            }
        }
        return null;
    }
}
