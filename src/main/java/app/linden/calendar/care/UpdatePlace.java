package app.linden.calendar.care;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Properties;

/**
 * Where the makers of this Linden tell of newer ones, and the key that they sign with.
 *
 * @param address https
 */
public record UpdatePlace(String address, PublicKey key) {
    /** Null where who built this Linden named none. */
    public static @Nullable UpdatePlace ofThisBuild() {
        try (InputStream in =
                UpdatePlace.class.getResourceAsStream("/app/linden/update.properties")) {
            Properties named = new Properties();
            if (in != null) {
                named.load(in);
            }
            String address = named.getProperty("address", "").strip();
            String key = named.getProperty("key", "").strip();
            return address.isEmpty() || key.isEmpty()
                    ? null
                    : new UpdatePlace(address, publicKey(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param base64 as {@code src/build/SignUpdate.java} prints it
     */
    static PublicKey publicKey(String base64) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no key of Ed25519", e);
        }
    }

    String host() {
        String host = URI.create(address).getHost();
        return host == null ? "" : host;
    }
}
