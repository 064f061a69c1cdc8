package app.linden.faults;

import app.linden.server.LindenServer;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A server in a process of its own, for {@link EntryFuzz}. Argument: the data folder. It says where
 * it is; asked "heap", it says how many bytes are used after a collection; it ends with its input.
 */
final class EntryServer {
    private EntryServer() {}

    public static void main(String[] arguments) throws Exception {
        try (LindenServer server =
                LindenServer.start(LindenServer.Options.loopback(Path.of(arguments[0])))) {
            for (String name : new String[] {"anna", "mallory"}) {
                System.out.println(server.accounts().add(name, name, Kills.PASSWORD));
            }
            System.out.println(server.address());
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (in.readLine() != null) {
                System.gc();
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                System.out.println(runtime.totalMemory() - runtime.freeMemory());
            }
        }
        System.exit(0);
    }
}
