package app.linden.ical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keys made of content, the same at each reading: UUIDs of version 5 in the name space of the
 * conversion draft, 2.1.3.
 */
final class Keys {
    private static final byte[] NAMESPACE =
            HexFormat.of().parseHex("7f1e1965ae734454b088232c90730ce2");

    private Keys() {}

    static String of(String value) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(NAMESPACE);
            byte[] hash = sha1.digest(value.getBytes(StandardCharsets.UTF_8));
            hash[6] = (byte) (hash[6] & 0x0F | 0x50);
            hash[8] = (byte) (hash[8] & 0x3F | 0x80);
            String hex = HexFormat.of().formatHex(hash, 0, 16);
            return String.join(
                    "-",
                    hex.substring(0, 8),
                    hex.substring(8, 12),
                    hex.substring(12, 16),
                    hex.substring(16, 20),
                    hex.substring(20));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
