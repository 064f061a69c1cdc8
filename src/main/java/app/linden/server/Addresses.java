package app.linden.server;

/** What counts as one place on the net: an IPv4 address, or the network of an IPv6 one. */
final class Addresses {
    private Addresses() {}

    /** The address itself, or the first 64 bits of IPv6, which one household has to itself. */
    static String network(String address) {
        String plain = address.startsWith("[") ? address.substring(1) : address;
        if (plain.indexOf(':') < 0 || plain.startsWith("::ffff:")) {
            return plain;
        }
        // Written out by Java in full, without "::".
        String[] groups = plain.split(":", 5);
        return groups.length < 5
                ? plain
                : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
