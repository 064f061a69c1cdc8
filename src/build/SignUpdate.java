import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * Signs the notice that tells of a new version.
 *
 * <pre>
 * java src/build/SignUpdate.java key PRIVATE.key        makes a key, prints the public half
 * java src/build/SignUpdate.java sign PRIVATE.key VERSION LINK     prints the file to publish
 * </pre>
 */
final class SignUpdate {
    private SignUpdate() {}

    public static void main(String[] words) throws IOException, GeneralSecurityException {
        if (words.length == 2 && words[0].equals("key")) {
            key(Path.of(words[1]));
        } else if (words.length == 4 && words[0].equals("sign")) {
            sign(Path.of(words[1]), words[2], words[3]);
        } else {
            System.err.println("key PRIVATE.key | sign PRIVATE.key VERSION LINK");
            System.exit(2);
        }
    }

    private static void key(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, base64(pair.getPrivate().getEncoded()) + "\n");
        System.out.println("key=" + base64(pair.getPublic().getEncoded()));
    }

    private static void sign(Path file, String version, String link)
            throws IOException, GeneralSecurityException {
        if (!version.matches("\\d+(\\.\\d+)*") || !link.matches("https://[^\\s\"\\\\]+")) {
            throw new IllegalArgumentException("A version is 1.2, a link begins with https://");
        }
        byte[] secret = Base64.getDecoder().decode(Files.readString(file).strip());
        PrivateKey key =
                KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(secret));
        byte[] notice =
                ("{\"version\":\"" + version + "\",\"link\":\"" + link + "\"}")
                        .getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(notice);
        System.out.println(
                "{\"notice\":\""
                        + base64(notice)
                        + "\",\"signature\":\""
                        + base64(signature.sign())
                        + "\"}");
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
