package app.linden.desktop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** The agreement on a key and what travels under it, without a bus. */
final class SecretCipherTest {
    private static final byte[] TEXT = "pässword".getBytes(StandardCharsets.UTF_8);

    @Test
    void bothSidesHaveTheSameKey() throws Exception {
        SecretCipher.Offer ours = new SecretCipher.Offer();
        SecretCipher.Offer theirs = new SecretCipher.Offer();
        SecretCipher one = ours.agree(theirs.open());
        SecretCipher other = theirs.agree(ours.open());

        SecretCipher.Sent sent = one.send(TEXT);
        assertArrayEquals(TEXT, other.receive(sent));
        assertFalse(Arrays.equals(sent.content(), one.send(TEXT).content()));
        assertEquals(128, ours.open().length);
        assertEquals(SecretCipher.ALGORITHM, one.toString());
        SecretCipher stranger = new SecretCipher.Offer().agree(theirs.open());
        assertThrows(
                GeneralSecurityException.class,
                () -> {
                    // A wrong key may give padding that looks right, but never the text.
                    if (!Arrays.equals(TEXT, stranger.receive(sent))) {
                        throw new GeneralSecurityException();
                    }
                });
    }

    @Test
    void aHalfThatWouldGiveTheKeyAwayIsRefused() {
        SecretCipher.Offer ours = new SecretCipher.Offer();
        for (byte[] bad : new byte[][] {{}, {0}, {1}}) {
            assertThrows(GeneralSecurityException.class, () -> ours.agree(bad));
        }
    }

    @Test
    void plainIsPlain() throws Exception {
        SecretCipher.Sent sent = SecretCipher.PLAIN.send(TEXT);
        assertArrayEquals(TEXT, sent.content());
        assertArrayEquals(TEXT, SecretCipher.PLAIN.receive(sent));
    }
}
