package app.linden.server;

import app.linden.base.Problem;
import app.linden.model.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Speaks to a running server through its {@link Hatch}; a connection for each question. */
record HatchCaller(Path file) implements Reception {

    /** The reception of a running server; empty when none runs with this data. */
    static Optional<Reception> find(Path folder) {
        Path file = folder.resolve(Hatch.NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (SocketChannel there = connect(file)) {
            return there.isConnected() ? Optional.of(new HatchCaller(file)) : Optional.empty();
        } catch (IOException | UnsupportedOperationException leftOver) {
            return Optional.empty();
        }
    }

    private static SocketChannel connect(Path file) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(file));
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public String add(String name, String displayName, String password) {
        return ask(
                Json.object()
                        .put("do", "add")
                        .put("name", name)
                        .put("displayName", displayName)
                        .put("password", password));
    }

    @Override
    public String invite(int days, int uses) {
        return ask(Json.object().put("do", "invite").put("days", days).put("uses", uses));
    }

    @Override
    public void backUp(Path file) {
        ask(Json.object().put("do", "backup").put("file", file.toString()));
    }

    private String ask(ObjectNode question) {
        try (SocketChannel server = connect(file)) {
            Hatch.write(server, question);
            JsonNode answer = Json.parse(Hatch.read(server));
            if (answer.has("problem")) {
                throw new Problem(
                        Problem.Kind.valueOf(answer.path("kind").asString("OUR_BUG")),
                        answer.path("problem").asString(""));
            }
            return answer.path("result").asString("");
        } catch (IOException e) {
            throw new Problem(Problem.Kind.TRY_LATER, "The server went away; try it once more.", e);
        }
    }

    @Override
    public void close() {
        // Each question has a connection of its own.
    }
}
