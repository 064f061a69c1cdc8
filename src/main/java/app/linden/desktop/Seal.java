package app.linden.desktop;

import app.linden.base.Problem;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names and secrets to sealed bytes and back: AES-256-GCM under a key that argon2id draws from a
 * passphrase. A seal is head (form and salt), nonce, sealed content; the head is authenticated too.
 * Immutable.
 */
final class Seal {
    private static final byte[] FORM = "linden-secrets-1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int MOST_BYTES = 10_000_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] salt;
    private final SecretKeySpec key;

    private Seal(byte[] salt, SecretKeySpec key) {
        this.salt = salt;
        this.key = key;
    }

    /** A seal with a new salt. Takes a fraction of a second, on purpose. */
    static Seal fresh(String passphrase) {
        return of(passphrase, random(SALT));
    }

    /**
     * The seal that these bytes were made with.
     *
     * @throws Problem STORAGE when they were not made by {@link #close}
     */
    static Seal of(String passphrase, Sealed sealed) {
        return of(passphrase, sealed.salt());
    }

    /** The parts of sealed bytes, not opened yet. */
    record Sealed(byte[] salt, byte[] nonce, byte[] content) {
        static Sealed read(byte[] bytes) {
            int head = FORM.length + SALT;
            if (bytes.length < head + NONCE + TAG_BITS / 8
                    || !Arrays.equals(FORM, 0, FORM.length, bytes, 0, FORM.length)) {
                throw damaged(null);
            }
            return new Sealed(
                    Arrays.copyOfRange(bytes, FORM.length, head),
                    Arrays.copyOfRange(bytes, head, head + NONCE),
                    Arrays.copyOfRange(bytes, head + NONCE, bytes.length));
        }
    }

    private static Seal of(String passphrase, byte[] salt) {
        // 64 MiB, three passes: RFC 9106's second recommendation, with one lane for JDK threads.
        Argon2Function argon2 = Argon2Function.getInstance(64 * 1024, 3, 1, 32, Argon2.ID);
        byte[] key =
                argon2.hash(passphrase.getBytes(StandardCharsets.UTF_8), salt.clone()).getBytes();
        return new Seal(salt, new SecretKeySpec(key, "AES"));
    }

    /** Every closing has a nonce of its own. */
    byte[] close(Map<String, String> secrets) {
        byte[] nonce = random(NONCE);
        try {
            byte[] content = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(write(secrets));
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.writeBytes(FORM);
            all.writeBytes(salt);
            all.writeBytes(nonce);
            all.writeBytes(content);
            return all.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new Problem(Problem.Kind.OUR_BUG, "The secrets could not be sealed.", e);
        }
    }

    /**
     * @throws Problem SIGN_IN when the passphrase is another one, or somebody changed the bytes
     */
    Map<String, String> open(Sealed sealed) {
        try {
            return read(cipher(Cipher.DECRYPT_MODE, sealed.nonce()).doFinal(sealed.content()));
        } catch (AEADBadTagException e) {
            throw new Problem(
                    Problem.Kind.SIGN_IN, "This is not the passphrase of these secrets.", e);
        } catch (GeneralSecurityException | IOException e) {
            throw damaged(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(FORM);
        cipher.updateAAD(salt);
        return cipher;
    }

    private static byte[] write(Map<String, String> secrets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(secrets.size());
            for (Map.Entry<String, String> e : new TreeMap<>(secrets).entrySet()) {
                write(out, e.getKey());
                write(out, e.getValue());
            }
        } catch (IOException e) {
            throw new Problem(Problem.Kind.OUR_BUG, "The secrets could not be written.", e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static Map<String, String> read(byte[] bytes) throws IOException {
        Map<String, String> secrets = new TreeMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int left = in.readInt(); left > 0; left--) {
                secrets.put(text(in), text(in));
            }
        }
        return secrets;
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a text of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static Problem damaged(@org.jspecify.annotations.Nullable Throwable cause) {
        return new Problem(Problem.Kind.STORAGE, "The file of sealed secrets is damaged.", cause);
    }
}
