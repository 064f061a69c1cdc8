package app.linden.server;

import app.linden.base.Problem;

import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Takes a new certificate into use when its files change, as those of Let's Encrypt do every few
 * weeks. What cannot be used is reported and the old one stays. Thread-safe.
 */
final class Renewal {
    private static final System.Logger LOG = System.getLogger(Renewal.class.getName());
    private static final long EVERY_SECONDS = 60;

    private final SslContextFactory.Server context;
    private final Path certificate;
    private final Path key;
    private @Nullable List<FileTime> seen;

    Renewal(SslContextFactory.Server context, Path certificate, Path key) {
        this.context = context;
        this.certificate = certificate;
        this.key = key;
        seen = times();
    }

    SslContextFactory.Server context() {
        return context;
    }

    /** Looks now and every minute from now on, until the scheduler stops. */
    void keepLooking(Scheduler scheduler) {
        look();
        scheduler.schedule(() -> keepLooking(scheduler), EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Looks once. */
    synchronized void look() {
        List<FileTime> now = times();
        if (now == null || now.equals(seen)) {
            return;
        }
        try {
            Tls.renew(context, certificate, key);
            LOG.log(System.Logger.Level.INFO, "A new certificate is in use");
        } catch (Problem e) {
            // Half of the pair may be new while the other one is being written: the next look at
            // files that changed again sees both.
            LOG.log(System.Logger.Level.WARNING, "The certificate was not renewed", e);
        }
        seen = now;
    }

    /** Null while a file is not there, as in the moment in which it is replaced. */
    private @Nullable List<FileTime> times() {
        try {
            return List.of(Files.getLastModifiedTime(certificate), Files.getLastModifiedTime(key));
        } catch (IOException e) {
            return null;
        }
    }
}
