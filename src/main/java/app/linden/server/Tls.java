package app.linden.server;

import app.linden.base.Problem;

import org.eclipse.jetty.util.ssl.SslContextFactory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a certificate chain and its key from PEM files. */
final class Tls {
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Map<String, String> SIGNATURES =
            Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "Ed25519", "Ed25519");

    private Tls() {}

    /**
     * What Jetty needs to speak TLS.
     *
     * @throws Problem BAD_INPUT when a file cannot be read or the key is not the certificate's
     */
    static SslContextFactory.Server context(Path certificate, Path key) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(store(certificate, key));
        context.setKeyStorePassword("");
        return context;
    }

    /** The same for a context that is in use: connections that are open keep what they have. */
    static void renew(SslContextFactory.Server context, Path certificate, Path key) {
        KeyStore store = store(certificate, key);
        try {
            context.reload(c -> c.setKeyStore(store));
        } catch (Exception e) {
            throw bad("The certificate cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore store(Path certificate, Path key) {
        try {
            List<Certificate> chain = chain(certificate);
            PrivateKey secret = key(key);
            if (!isPair(chain.getFirst().getPublicKey(), secret)) {
                throw bad("The key in " + key + " does not belong to the certificate.", null);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("linden", secret, new char[0], chain.toArray(Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw bad("The certificate cannot be used: " + e.getMessage(), e);
        }
    }

    private static List<Certificate> chain(Path file) throws GeneralSecurityException {
        byte[] bytes = read(file);
        try {
            List<Certificate> chain =
                    List.copyOf(
                            CertificateFactory.getInstance("X.509")
                                    .generateCertificates(new ByteArrayInputStream(bytes)));
            if (chain.isEmpty()) {
                throw bad("There is no certificate in " + file + ".", null);
            }
            return chain;
        } catch (java.security.cert.CertificateException e) {
            throw bad("There is no certificate in " + file + ".", e);
        }
    }

    private static PrivateKey key(Path file) {
        Matcher pem = KEY.matcher(new String(read(file), StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw bad("The file " + file + " holds no unencrypted PKCS#8 key in PEM.", null);
        }
        byte[] der = Base64.getMimeDecoder().decode(pem.group(1));
        for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm)
                        .generatePrivate(new PKCS8EncodedKeySpec(der));
            } catch (GeneralSecurityException next) {
                // A key of another kind; the next one is tried.
            }
        }
        throw bad("The key in " + file + " is of no kind that Linden knows.", null);
    }

    private static boolean isPair(PublicKey open, PrivateKey secret)
            throws GeneralSecurityException {
        String algorithm = SIGNATURES.getOrDefault(secret.getAlgorithm(), "Ed25519");
        Signature signing = Signature.getInstance(algorithm);
        signing.initSign(secret);
        signing.update(new byte[] {1, 2, 3});
        byte[] signed = signing.sign();
        try {
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(open);
            verifying.update(new byte[] {1, 2, 3});
            return verifying.verify(signed);
        } catch (java.security.InvalidKeyException | java.security.SignatureException e) {
            return false;
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw bad("The file " + file + " cannot be read.", e);
        }
    }

    private static Problem bad(
            String sentence, @org.jspecify.annotations.Nullable Throwable cause) {
        return new Problem(Problem.Kind.BAD_INPUT, sentence, cause);
    }
}
