package app.linden.server;

import app.linden.db.Sql;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of e-mail addresses, and of the links that were sent there. Times in seconds since 1970. */
final class MailAddresses {
    private static final int LONGEST = 254;
    private static final int MOST = 5;

    /** Whom a message is for. */
    record Person(String id, String login, String name, String email) {}

    /** A link that can still be used. */
    record Link(String principalId, String name, String kind) {}

    record Stored(String email, boolean confirmed) {}

    private MailAddresses() {}

    /** Whether a message can be addressed by this text, and by nothing but an address. */
    static boolean isOne(String text) {
        if (text.length() > LONGEST || !text.matches("[^\\s\\p{Cntrl}<>,;:\"()]+@[^\\s@]+")) {
            return false;
        }
        try {
            new InternetAddress(text, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    static Optional<Stored> of(Sql sql, String principalId) {
        return sql.one(
                "SELECT email, confirmed_at FROM mail_address WHERE principal_id = ?",
                r -> new Stored(r.text(1), !r.isNull(2)),
                principalId);
    }

    /** In place of the one before; the links that were sent there end. */
    static void set(Sql sql, String principalId, String email) {
        forget(sql, principalId);
        if (!email.isEmpty()) {
            sql.update(
                    "INSERT INTO mail_address (principal_id, email, email_key) VALUES (?, ?, ?)",
                    principalId,
                    email,
                    key(email));
        }
    }

    private static void forget(Sql sql, String principalId) {
        sql.update("DELETE FROM mail_link WHERE principal_id = ?", principalId);
        sql.update("DELETE FROM mail_address WHERE principal_id = ?", principalId);
    }

    static void confirm(Sql sql, String principalId, long now) {
        sql.update(
                "UPDATE mail_address SET confirmed_at = ? WHERE principal_id = ?",
                now,
                principalId);
    }

    /** Who is meant by a name or an address, of those with an address that is confirmed. */
    static List<Person> meant(Sql sql, String given) {
        return sql.list(
                "SELECT p.id, p.login, p.name, m.email FROM mail_address m JOIN principal p ON p.id"
                        + " = m.principal_id WHERE m.confirmed_at IS NOT NULL AND (p.login_key = ?"
                        + " OR m.email_key = ?) ORDER BY p.id LIMIT "
                        + MOST,
                r -> new Person(r.text(1), r.text(2), r.text(3), r.text(4)),
                Principal.keyOf(given),
                key(given));
    }

    /** When the last link of a kind was made for somebody; 0 where there is none. */
    static long lastLink(Sql sql, String principalId, String kind) {
        return sql.number(
                "SELECT COALESCE(MAX(made_at), 0) FROM mail_link WHERE principal_id = ? AND kind ="
                        + " ?",
                principalId,
                kind);
    }

    /** A new link, in place of those of its kind. */
    static void insertLink(
            Sql sql, String hash, String principalId, String kind, long now, long endsAt) {
        endLinks(sql, principalId, kind);
        sql.update("DELETE FROM mail_link WHERE ends_at < ?", now);
        sql.update(
                "INSERT INTO mail_link (hash, principal_id, kind, made_at, ends_at) VALUES (?, ?,"
                        + " ?, ?, ?)",
                hash,
                principalId,
                kind,
                now,
                endsAt);
    }

    static void endLinks(Sql sql, String principalId, String kind) {
        sql.update("DELETE FROM mail_link WHERE principal_id = ? AND kind = ?", principalId, kind);
    }

    static Optional<Link> link(Sql sql, String hash, long now) {
        return sql.one(
                "SELECT p.id, p.name, l.kind FROM mail_link l JOIN principal p ON p.id ="
                        + " l.principal_id WHERE l.hash = ? AND l.ends_at > ?",
                r -> new Link(r.text(1), r.text(2), r.text(3)),
                hash,
                now);
    }
}
