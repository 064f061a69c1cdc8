package app.linden.desktop;

import java.util.Map;

/**
 * How the secrets of a profile are called in a keychain that other programs and profiles share.
 *
 * @param profile an id of the profile that stays the same when its folder is moved
 */
record Labels(String profile) {
    /** What a person reads who looks through the keychain. */
    String label(String name) {
        return "Linden: " + name;
    }

    /** What an item is found by. */
    Map<String, String> attributes(String name) {
        return Map.of("xdg:schema", "app.linden.Secret", "profile", profile, "name", name);
    }

    /** The same for keychains that know a service and an account only. */
    String account(String name) {
        return profile + "/" + name;
    }
}
