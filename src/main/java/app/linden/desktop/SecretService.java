package app.linden.desktop;

import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.calendar.port.Secrets;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The keychain of a Linux desktop: GNOME Keyring, KWallet or another one that speaks the Secret
 * Service API. Each call opens the bus and closes it again, so that a keychain that was restarted
 * is no matter. Thread-safe; calls block for {@link #PATIENCE} at most, or as long as the person
 * needs to answer the system's own question.
 */
final class SecretService implements Secrets {
    /** A bus that is silent for longer is none for somebody who has nothing in a keychain yet. */
    static final Duration ANSWER = Duration.ofSeconds(2);

    /** For what is known to be there, on however busy a machine. */
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration PERSON = Duration.ofMinutes(5);

    private final String address;
    private final Labels labels;

    /**
     * @param address of the bus
     */
    SecretService(String address, Labels labels) {
        this.address = address;
        this.labels = labels;
    }

    /** Work within one session. */
    private interface Work<T> {
        T run(SecretSession session) throws IOException;
    }

    /** Whether somebody answers there in time. */
    boolean answers(Duration limit) {
        try {
            call(limit, SecretSession::defaultCollection);
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    @Override
    public Optional<String> find(String name) {
        return call(PATIENCE, session -> session.find(labels.attributes(name)));
    }

    @Override
    public void keep(String name, String secret) {
        call(
                PATIENCE,
                session -> {
                    session.keep(labels.label(name), labels.attributes(name), secret);
                    return true;
                });
    }

    @Override
    public void forget(String name) {
        call(
                PATIENCE,
                session -> {
                    session.forget(labels.attributes(name));
                    return true;
                });
    }

    @Override
    public boolean lasting() {
        return true;
    }

    private <T> T call(Duration limit, Work<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        AtomicBoolean prompting = new AtomicBoolean();
        Loop.start(
                "keychain",
                () -> {
                    try (SecretSession session =
                            SecretSession.open(address, () -> prompting.set(true))) {
                        done.complete(work.run(session));
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                });
        try {
            return await(done, limit, prompting);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SecretSession.Dismissed
                    ? new Problem(Problem.Kind.SIGN_IN, "The system's keychain stays locked.", e)
                    : unreachable(e);
        } catch (TimeoutException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private static <T> T await(CompletableFuture<T> done, Duration limit, AtomicBoolean prompting)
            throws ExecutionException, InterruptedException, TimeoutException {
        try {
            return done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            if (!prompting.get()) {
                throw e;
            }
            return done.get(PERSON.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static Problem unreachable(Exception e) {
        return new Problem(Problem.Kind.TRY_LATER, "The system's keychain does not answer.", e);
    }
}
