package app.linden.server;

import app.linden.base.Worker;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends mail by Angus on a thread of its own, so that nobody learns from how long an answer takes
 * whether something was sent. Thread-safe.
 */
final class Smtp implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Smtp.class.getName());
    private static final int MOST_WAITING = 1_000;
    private static final String SILENCE = "10000";

    private final MailSettings settings;
    private final Worker worker = new Worker("mail");
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean closed;

    Smtp(MailSettings settings) {
        this.settings = settings;
    }

    /** Does something later that sends mail; drops it where too much waits. */
    void later(Runnable work) {
        if (closed || waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return;
        }
        worker.execute(() -> {
            try {
                if (!closed) {
                    work.run();
                }
            } catch (RuntimeException e) {
                // Whom it was for is nobody's business.
                LOG.log(System.Logger.Level.WARNING, "A message was not sent: " + e.getClass());
            } finally {
                waiting.decrementAndGet();
            }
        });
    }

    /** Sends a text; on the worker's thread. */
    void send(String to, String subject, String text) {
        MimeMessage message = new MimeMessage(session());
        try {
            message.setFrom(new InternetAddress(settings.from(), true));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            message.setSubject(subject, "UTF-8");
            message.setText(text, "UTF-8");
            message.setHeader("Auto-Submitted", "auto-generated");
            Transport.send(message);
        } catch (MessagingException e) {
            LOG.log(System.Logger.Level.WARNING, "A message was not sent: " + e.getClass());
        }
    }

    private Session session() {
        String kind = settings.isSecure() ? "smtps" : "smtp";
        String head = "mail." + kind + ".";
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", kind);
        properties.put("mail.transport.protocol.rfc822", kind);
        properties.put(head + "host", settings.smtp().getHost());
        properties.put(head + "port", String.valueOf(settings.port()));
        properties.put(head + "connectiontimeout", SILENCE);
        properties.put(head + "timeout", SILENCE);
        properties.put(head + "writetimeout", SILENCE);
        properties.put(head + "ssl.checkserveridentity", "true");
        if (!settings.isSecure() && !settings.isHere()) {
            properties.put(head + "starttls.enable", "true");
            properties.put(head + "starttls.required", "true");
        }
        String name = settings.smtp().getUserInfo();
        String password = settings.password();
        if (name == null || password == null) {
            return Session.getInstance(properties);
        }
        properties.put(head + "auth", "true");
        return Session.getInstance(
                properties,
                new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(name, password);
                    }
                });
    }

    @Override
    public void close() {
        closed = true;
        worker.close();
    }
}
