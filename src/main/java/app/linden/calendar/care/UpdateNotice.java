package app.linden.calendar.care;

import app.linden.base.Problem;
import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * That there is a newer Linden, as its makers signed it. The file is a JSON object of two texts,
 * both in base64: {@code notice}, a JSON object with {@code version} and {@code link}, and {@code
 * signature}, the Ed25519 signature of the bytes of the notice.
 *
 * @param version numbers with dots between, as 1.2
 * @param link where to read about it and get it; https
 */
public record UpdateNotice(String version, String link) {
    static final int LONGEST = 16_384;

    /**
     * Reads a file.
     *
     * @param host where links may lead
     * @throws Problem REFUSED with what is wrong with it
     */
    static UpdateNotice read(byte[] file, PublicKey key, String host) {
        if (file.length > LONGEST) {
            throw refused("it is too long");
        }
        ObjectNode notice;
        try {
            ObjectNode signed = Json.parseObject(new String(file, StandardCharsets.UTF_8));
            byte[] content = Base64.getDecoder().decode(signed.path("notice").asString(""));
            byte[] signature = Base64.getDecoder().decode(signed.path("signature").asString(""));
            if (!isSigned(content, signature, key)) {
                throw refused("its signature is not right");
            }
            notice = Json.parseObject(new String(content, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw refused("it cannot be read");
        }
        String version = notice.path("version").asString("");
        String link = notice.path("link").asString("");
        if (!version.matches("\\d{1,5}(\\.\\d{1,5}){0,3}")) {
            throw refused("it names no version");
        }
        if (!isAt(link, host)) {
            throw refused("its link leads elsewhere");
        }
        return new UpdateNotice(version, link);
    }

    private static boolean isSigned(byte[] content, byte[] signature, PublicKey key) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException notOne) {
            return false;
        }
    }

    private static boolean isAt(String link, String host) {
        try {
            URI uri = URI.create(link);
            return "https".equals(uri.getScheme())
                    && host.equalsIgnoreCase(uri.getHost())
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** Whether it is of a later version than this. A version that is not known is never older. */
    boolean isNewerThan(String running) {
        String plain = running.split("[-+]", 2)[0];
        if (!plain.matches("\\d{1,5}(\\.\\d{1,5})*")) {
            return false;
        }
        List<Integer> mine = numbers(plain);
        List<Integer> its = numbers(version);
        for (int i = 0; i < Math.max(mine.size(), its.size()); i++) {
            int a = i < mine.size() ? mine.get(i) : 0;
            int b = i < its.size() ? its.get(i) : 0;
            if (a != b) {
                return b > a;
            }
        }
        // A release is newer than what was tried before it.
        return running.contains("-");
    }

    private static List<Integer> numbers(String version) {
        return Arrays.stream(version.split("\\.")).map(Integer::valueOf).toList();
    }

    private static Problem refused(String why) {
        return new Problem(
                Problem.Kind.REFUSED, "The notice of an update is ignored: " + why + ".");
    }
}
