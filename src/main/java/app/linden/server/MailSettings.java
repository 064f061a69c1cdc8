package app.linden.server;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * By whom mail is sent.
 *
 * @param smtp as smtp://name@mail.example.org:587 or smtps://mail.example.org; without TLS only
 *     where it is this computer
 * @param from the sender
 * @param password of the name in smtp; null without
 */
public record MailSettings(URI smtp, String from, @Nullable String password) {
    /**
     * Checks it.
     *
     * @throws Problem BAD_INPUT when mail cannot be sent by it
     */
    public MailSettings {
        String scheme = String.valueOf(smtp.getScheme());
        if (!scheme.matches("smtps?") || smtp.getHost() == null) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    "A mail server looks like smtp://name@mail.example.org:587.");
        }
        if (!MailAddresses.isOne(from)) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "“" + from + "” is not an address to send mail from.");
        }
    }

    boolean isSecure() {
        return String.valueOf(smtp.getScheme()).equals("smtps");
    }

    /** Whether it is this computer, where nobody listens on the way. */
    boolean isHere() {
        try {
            return InetAddress.getByName(smtp.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    int port() {
        return smtp.getPort() > 0 ? smtp.getPort() : isSecure() ? 465 : 587;
    }

    /** Without the password: this may end in a log. */
    @Override
    public String toString() {
        return "MailSettings[" + smtp.getHost() + ", " + from + "]";
    }
}
