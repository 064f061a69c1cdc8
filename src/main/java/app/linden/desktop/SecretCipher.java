package app.linden.desktop;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/**
 * How secrets travel over the bus in a session {@code dh-ietf1024-sha256-aes128-cbc-pkcs7} (Secret
 * Service API, "Transfer of Secrets"), so that nobody who records the bus has them; or plain, where
 * the service knows no better. Immutable.
 */
record SecretCipher(@Nullable SecretKey key) {
    static final String ALGORITHM = "dh-ietf1024-sha256-aes128-cbc-pkcs7";
    static final SecretCipher PLAIN = new SecretCipher(null);

    private static final int BLOCK = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BigInteger TWO = BigInteger.TWO;

    /** The second Oakley group of RFC 2409, section 6.2. */
    private static final BigInteger PRIME =
            new BigInteger(
                    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74"
                            + "020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437"
                            + "4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                            + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF",
                    16);

    private static final int PRIME_BYTES = 128;

    /** A text as it travels: encrypted with its own initial vector, which is empty when plain. */
    record Sent(byte[] vector, byte[] content) {}

    /** Our half of the agreement on a key. */
    static final class Offer {
        private final BigInteger ours = new BigInteger(1023, RANDOM).setBit(1022);

        /** What the other side gets, 128 bytes, the most significant first. */
        byte[] open() {
            return bytes(TWO.modPow(ours, PRIME));
        }

        /** The cipher of both sides, by what the other side said. */
        SecretCipher agree(byte[] theirs) throws GeneralSecurityException {
            BigInteger other = new BigInteger(1, theirs);
            if (other.compareTo(TWO) < 0 || other.compareTo(PRIME.subtract(TWO)) > 0) {
                throw new GeneralSecurityException("the other side's half is no half");
            }
            byte[] shared = bytes(other.modPow(ours, PRIME));
            HKDFParameterSpec spec =
                    HKDFParameterSpec.ofExtract().addIKM(shared).thenExpand(new byte[0], BLOCK);
            return new SecretCipher(KDF.getInstance("HKDF-SHA256").deriveKey("AES", spec));
        }

        private static byte[] bytes(BigInteger number) {
            byte[] signed = number.toByteArray();
            byte[] result = new byte[PRIME_BYTES];
            int length = Math.min(signed.length, PRIME_BYTES);
            System.arraycopy(signed, signed.length - length, result, PRIME_BYTES - length, length);
            return result;
        }
    }

    Sent send(byte[] text) throws GeneralSecurityException {
        if (key == null) {
            return new Sent(new byte[0], text);
        }
        byte[] vector = new byte[BLOCK];
        RANDOM.nextBytes(vector);
        return new Sent(vector, cipher(key, Cipher.ENCRYPT_MODE, vector).doFinal(text));
    }

    byte[] receive(Sent sent) throws GeneralSecurityException {
        return key == null
                ? Arrays.copyOf(sent.content(), sent.content().length)
                : cipher(key, Cipher.DECRYPT_MODE, sent.vector()).doFinal(sent.content());
    }

    private static Cipher cipher(SecretKey key, int mode, byte[] vector)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, key, new IvParameterSpec(vector));
        return cipher;
    }

    @Override
    public String toString() {
        return key == null ? "plain" : ALGORITHM;
    }
}
