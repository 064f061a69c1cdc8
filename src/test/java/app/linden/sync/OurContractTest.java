package app.linden.sync;

import app.linden.server.LindenServer;

import java.nio.file.Path;
import java.util.Map;

/** The contract, held by Linden's own server. */
final class OurContractTest extends RemoteContract {
    @Override
    Host host(Path folder) {
        LindenServer server =
                LindenServer.start(LindenServer.Options.loopback(folder.resolve("server")));
        Map<String, String> passwords = Map.of("alice", "correct horse", "bob", "another horse");
        passwords.forEach((name, password) -> server.accounts().add(name, name, password));
        return new Host(server.address().toString(), passwords, true, server::close);
    }
}
