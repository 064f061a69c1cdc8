package app.linden.desktop;

import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.constants.MessageTypes;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A connection to a message bus of D-Bus, for calls of one service. Messages are put together by
 * hand: proxies of interfaces would cost the start of the program more than they explain. Used by
 * one thread; calls block.
 */
final class Bus implements AutoCloseable {
    /** Kept, since a logger that nobody holds forgets its level. It reports each end as severe. */
    private static final Logger LIBRARY = Logger.getLogger("org.freedesktop.dbus");

    static {
        LIBRARY.setLevel(Level.OFF);
    }

    private final DBusConnection connection;
    private final String service;

    private Bus(DBusConnection connection, String service) {
        this.connection = connection;
        this.service = service;
    }

    /** Where the person's bus is, by the D-Bus specification or where systemd puts it. */
    static Optional<String> ofThisPerson(UnaryOperator<@Nullable String> variable) {
        String address = variable.apply("DBUS_SESSION_BUS_ADDRESS");
        if (address != null && !address.isBlank()) {
            return Optional.of(address);
        }
        String runtime = variable.apply("XDG_RUNTIME_DIR");
        return runtime != null && Files.exists(Path.of(runtime, "bus"))
                ? Optional.of("unix:path=" + Path.of(runtime, "bus"))
                : Optional.empty();
    }

    /** The other side said no. */
    static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        Refusal(String error) {
            super(error);
        }
    }

    /**
     * Connects; blocks as long as the bus does not answer.
     *
     * @param address as in DBUS_SESSION_BUS_ADDRESS; of several the first counts
     */
    static Bus open(String address, String service) throws IOException {
        int end = address.indexOf(';');
        String first = end < 0 ? address : address.substring(0, end);
        // The library would try again for ten seconds.
        if (first.startsWith("unix:path=")
                && !Files.exists(
                        Path.of(first.substring("unix:path=".length()).split(",", 2)[0]))) {
            throw new IOException("no bus at " + address);
        }
        try {
            return new Bus(
                    DBusConnectionBuilder.forAddress(first).withShared(false).build(), service);
        } catch (DBusException | RuntimeException e) {
            throw new IOException("no bus at " + address, e);
        }
    }

    /**
     * Calls a method and waits for its answer.
     *
     * @param signature types of the arguments as D-Bus writes them, empty without any
     * @return what it answered, in order
     * @throws Refusal when it answered with an error
     */
    Object[] call(String path, String type, String method, String signature, Object... arguments)
            throws IOException {
        try {
            MethodCall call =
                    connection
                            .getMessageFactory()
                            .createMethodCall(
                                    null,
                                    service,
                                    path,
                                    type,
                                    method,
                                    (byte) 0,
                                    signature.isEmpty() ? null : signature,
                                    arguments);
            connection.sendMessage(call);
            Message reply = call.getReply();
            if (reply == null) {
                throw new IOException(method + " is not answered");
            }
            Object[] answer = reply.getParameters();
            if (reply instanceof Error) {
                throw new Refusal(reply.getName());
            }
            return answer == null ? new Object[0] : answer;
        } catch (DBusException | RuntimeException e) {
            throw new IOException(method + " failed", e);
        }
    }

    /** The next signal of an object; the subscription stands when this returns. */
    CompletableFuture<Object[]> next(String path, String type, String signal) throws IOException {
        CompletableFuture<Object[]> heard = new CompletableFuture<>();
        try {
            var subscription =
                    connection.addGenericSigHandler(
                            DBusMatchRuleBuilder.create()
                                    .withType(MessageTypes.SIGNAL)
                                    .withInterface(type)
                                    .withMember(signal)
                                    .withPath(path)
                                    .build(),
                            message -> {
                                try {
                                    heard.complete(message.getParameters());
                                } catch (DBusException e) {
                                    heard.completeExceptionally(e);
                                }
                            });
            // The connection is closed soon, and the subscription with it.
            assert subscription != null;
            return heard;
        } catch (DBusException | RuntimeException e) {
            throw new IOException("cannot listen for " + signal, e);
        }
    }

    /**
     * Hears every such signal of an object until the connection is closed.
     *
     * @param taker called with what it says, on a thread of the connection
     */
    void listen(String path, String type, String signal, Consumer<Object[]> taker)
            throws IOException {
        try {
            var subscription =
                    connection.addGenericSigHandler(
                            DBusMatchRuleBuilder.create()
                                    .withType(MessageTypes.SIGNAL)
                                    .withInterface(type)
                                    .withMember(signal)
                                    .withPath(path)
                                    .build(),
                            message -> {
                                try {
                                    taker.accept(message.getParameters());
                                } catch (DBusException e) {
                                    LIBRARY.log(Level.FINE, "unreadable " + signal, e);
                                }
                            });
            // It ends with the connection.
            assert subscription != null;
        } catch (DBusException | RuntimeException e) {
            throw new IOException("cannot listen for " + signal, e);
        }
    }

    boolean isOpen() {
        return connection.isConnected();
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
