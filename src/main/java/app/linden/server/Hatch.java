package app.linden.server;

import app.linden.base.Loop;
import app.linden.base.Problem;
import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the host speaks to a running server: a socket in the data folder that only the user can
 * reach who runs it. One line of JSON asks, one line answers. Listens on a virtual thread.
 */
final class Hatch implements AutoCloseable {
    static final String NAME = "host.sock";
    private static final int LONGEST = 20_000;
    private static final System.Logger LOG = System.getLogger(Hatch.class.getName());

    private final Path file;
    private final ServerSocketChannel channel;
    private final Reception reception;

    private Hatch(Path file, ServerSocketChannel channel, Reception reception) {
        this.file = file;
        this.channel = channel;
        this.reception = reception;
    }

    /**
     * Opens it. Where the system has no such sockets, or the folder's name is too long for one, the
     * server runs without.
     */
    static AutoCloseable open(Path folder, Reception reception) {
        Path file = folder.resolve(NAME);
        ServerSocketChannel channel = null;
        try {
            // What is there is of a server that was killed: the data is ours.
            Files.deleteIfExists(file);
            channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            channel.bind(UnixDomainSocketAddress.of(file));
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            Hatch hatch = new Hatch(file, channel, reception);
            Loop.start("hatch", hatch::listen);
            return hatch;
        } catch (IOException | UnsupportedOperationException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Accounts cannot be added while this server runs: " + e.getMessage());
            try {
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            return () -> {};
        }
    }

    private void listen() {
        while (true) {
            try {
                SocketChannel caller = channel.accept();
                Loop.start("hatch", () -> serve(caller));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "The host's socket failed", e);
                return;
            }
        }
    }

    private void serve(SocketChannel caller) {
        try (caller) {
            write(caller, answer(read(caller)));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The host went away", e);
        }
    }

    private ObjectNode answer(String line) {
        try {
            if (!(Json.parse(line) instanceof ObjectNode asked)) {
                throw new Problem(Problem.Kind.BAD_INPUT, "The server was asked nothing.");
            }
            String result =
                    switch (Http.text(asked, "do")) {
                        case "add" ->
                                reception.add(
                                        Http.text(asked, "name"),
                                        Http.text(asked, "displayName"),
                                        Http.text(asked, "password"));
                        case "invite" ->
                                reception.invite(
                                        asked.path("days").asInt(0), asked.path("uses").asInt(0));
                        case "backup" -> {
                            reception.backUp(Path.of(Http.text(asked, "file")));
                            yield "";
                        }
                        default ->
                                throw new Problem(
                                        Problem.Kind.BAD_INPUT,
                                        "The server that runs is of another version.");
                    };
            return Json.object().put("result", result);
        } catch (RuntimeException e) {
            return Json.object()
                    .put("problem", Problem.sentence(e))
                    .put("kind", Problem.kind(e).name());
        }
    }

    static void write(SocketChannel to, ObjectNode json) throws IOException {
        ByteBuffer bytes =
                ByteBuffer.wrap((Json.write(json) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    /** One line; whatever follows is left. */
    static String read(SocketChannel from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        while (bytes.hasRemaining() && from.read(bytes) >= 0) {
            if (bytes.position() > 0 && bytes.get(bytes.position() - 1) == '\n') {
                break;
            }
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
