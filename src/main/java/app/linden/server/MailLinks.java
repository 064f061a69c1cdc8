package app.linden.server;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;

/**
 * Confirms e-mail addresses and helps with forgotten passwords by links, of which the server keeps
 * hashes alone. Each is for one use and ends by itself; a newer one ends the one before.
 * Thread-safe.
 */
final class MailLinks {
    static final String HEAD = "/account/mail/";
    static final String RESET = "reset";
    static final String CONFIRM = "confirm";
    static final Duration RESET_LASTS = Duration.ofHours(1);
    static final Duration CONFIRM_LASTS = Duration.ofDays(3);

    /** Nobody's mailbox is filled by others. */
    static final Duration BETWEEN = Duration.ofMinutes(2);

    private final ServerData data;
    private final Commits commits;
    private final @Nullable Smtp smtp;
    private final String base;

    /**
     * Begins without any.
     *
     * @param smtp null where the host gave no mail server
     * @param base where links lead: what the host said, never what a request says of itself
     */
    MailLinks(ServerData data, Commits commits, @Nullable Smtp smtp, String base) {
        this.data = data;
        this.commits = commits;
        this.smtp = smtp;
        this.base = base;
    }

    boolean isOffered() {
        return smtp != null;
    }

    private Smtp mail() {
        if (smtp == null) {
            throw Refused.own(403, "noMail", "This server sends no mail; ask its host.");
        }
        return smtp;
    }

    /**
     * Sends a link to whoever is meant. The same happens for the one who asks whether there is
     * somebody or not.
     *
     * @param given a name or an e-mail address
     */
    void forgot(String given, MailText text) {
        Smtp mail = mail();
        mail.later(() -> {
            for (MailAddresses.Person person :
                    data.database().read(sql -> MailAddresses.meant(sql, given))) {
                send(mail, person, RESET, RESET_LASTS, text);
            }
        });
    }

    Optional<MailAddresses.Stored> email(Principal person) {
        return data.database().read(sql -> MailAddresses.of(sql, person.id()));
    }

    /**
     * Another address, which is asked to confirm itself.
     *
     * @param email empty for none
     */
    void setEmail(Principal person, String email, MailText text) {
        Smtp mail = mail();
        if (!email.isEmpty() && !MailAddresses.isOne(email)) {
            throw Refused.own(400, "invalid", "This is not an e-mail address.");
        }
        commits.run(desk -> {
            MailAddresses.set(desk.sql, person.id(), email);
            return true;
        });
        if (!email.isEmpty()) {
            MailAddresses.Person to =
                    new MailAddresses.Person(person.id(), person.login(), person.name(), email);
            mail.later(() -> send(mail, to, CONFIRM, CONFIRM_LASTS, text));
        }
    }

    private void send(
            Smtp mail, MailAddresses.Person to, String kind, Duration lasts, MailText text) {
        String token = Tokens.fresh("lm_");
        boolean made =
                commits.run(desk -> {
                    long now = desk.now.getEpochSecond();
                    if (now - MailAddresses.lastLink(desk.sql, to.id(), kind)
                            < BETWEEN.toSeconds()) {
                        return false;
                    }
                    MailAddresses.insertLink(
                            desk.sql,
                            Tokens.hash(token),
                            to.id(),
                            kind,
                            now,
                            now + lasts.toSeconds());
                    return true;
                });
        if (made) {
            mail.send(
                    to.email(),
                    text.say(kind + ".subject"),
                    text.say(kind + ".mail", to.name(), to.login(), base + HEAD + token));
        }
    }

    /** What a link is for; empty when it is not good any more. */
    Optional<MailAddresses.Link> pending(String token) {
        long now = data.clock().instant().getEpochSecond();
        return data.database().read(sql -> MailAddresses.link(sql, Tokens.hash(token), now));
    }

    /** Takes the link of an address; false when it is not good any more. */
    boolean confirm(String token) {
        return commits.run(desk -> {
            long now = desk.now.getEpochSecond();
            Optional<MailAddresses.Link> link =
                    MailAddresses.link(desk.sql, Tokens.hash(token), now)
                            .filter(l -> l.kind().equals(CONFIRM));
            link.ifPresent(l -> {
                MailAddresses.confirm(desk.sql, l.principalId(), now);
                MailAddresses.endLinks(desk.sql, l.principalId(), CONFIRM);
            });
            return link.isPresent();
        });
    }

    /**
     * Takes the link of a forgotten password; all devices are signed out. False when it is not good
     * any more.
     *
     * @throws Problem BAD_INPUT for a password that cannot be taken; the link stays good
     */
    boolean reset(String token, String password, String address) {
        Accounts.checkPassword(password);
        if (pending(token).isEmpty()) {
            return false;
        }
        String hash = Passwords.queued(address, () -> Passwords.hash(password));
        return commits.run(desk -> {
            long now = desk.now.getEpochSecond();
            MailAddresses.Link link =
                    MailAddresses.link(desk.sql, Tokens.hash(token), now)
                            .filter(l -> l.kind().equals(RESET))
                            .orElse(null);
            if (link == null) {
                return false;
            }
            String id = link.principalId();
            desk.sql.update("UPDATE principal SET password = ? WHERE id = ?", hash, id);
            MailAddresses.endLinks(desk.sql, id, RESET);
            for (DeviceRows.Device device : DeviceRows.of(desk.sql, id)) {
                DeviceRows.delete(desk.sql, device.id());
            }
            desk.tell(new News.OthersEnded(id, null));
            return true;
        });
    }
}
