package app.linden.desktop;

import app.linden.base.Loop;
import app.linden.base.Problem;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * One window process for a profile: a second start hands over what it was to open, and the first
 * comes forward. The first listens on loopback; where, and a secret that only this person can read,
 * stands in a file of the profile. Any thread.
 */
public final class OneInstance implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OneInstance.class.getName());
    private static final String FILE = "window.txt";
    private static final String TAKEN = "taken";
    private static final int PATIENCE = 3_000;
    private static final int MOST = 1_000;

    private final ServerSocket socket;
    private final Path file;
    private final String secret = UUID.randomUUID().toString();
    private final Consumer<List<String>> take;

    private OneInstance(Path profile, Consumer<List<String>> take) throws IOException {
        this.file = profile.resolve(FILE);
        this.take = take;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    /**
     * Hands over to the window that has this profile open.
     *
     * @param items files with their whole paths, and addresses
     * @return whether there is one and it took them
     */
    public static boolean handOver(Path profile, List<String> items) {
        try {
            List<String> lines = Files.readAllLines(profile.resolve(FILE));
            InetSocketAddress there =
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), Integer.parseInt(lines.getFirst()));
            try (Socket to = new Socket()) {
                to.connect(there, PATIENCE);
                to.setSoTimeout(PATIENCE);
                BufferedWriter out =
                        new BufferedWriter(
                                new OutputStreamWriter(
                                        to.getOutputStream(), StandardCharsets.UTF_8));
                out.write(lines.get(1) + "\n");
                for (String item : items) {
                    out.write(item.replace('\n', ' ') + "\n");
                }
                out.write("\n");
                out.flush();
                return TAKEN.equals(reader(to).readLine());
            }
        } catch (IOException | RuntimeException nobody) {
            // No file, an old one, or another program at that port: then this one is the first.
            return false;
        }
    }

    /**
     * Listens for second starts.
     *
     * @param take gets what they were to open, on a thread of its own
     * @throws Problem STORAGE when the file cannot be written
     */
    public static OneInstance listen(Path profile, Consumer<List<String>> take) {
        try {
            OneInstance one = new OneInstance(profile, take);
            one.write();
            Loop.start("one-instance", one::serve);
            return one;
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE,
                    "Linden cannot say in its folder that it is open: " + profile,
                    e);
        }
    }

    private void write() throws IOException {
        Path fresh = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(fresh);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    fresh,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(fresh, socket.getLocalPort() + "\n" + secret + "\n");
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket from = socket.accept()) {
                from.setSoTimeout(PATIENCE);
                answer(from);
            } catch (IOException goneAgain) {
                // Whoever came broke off, or this ends; the next one may come.
                LOG.log(System.Logger.Level.DEBUG, "A second start broke off", goneAgain);
            }
        }
    }

    private void answer(Socket from) throws IOException {
        BufferedReader in = reader(from);
        String said = in.readLine();
        if (said == null
                || !MessageDigest.isEqual(
                        said.getBytes(StandardCharsets.UTF_8),
                        secret.getBytes(StandardCharsets.UTF_8))) {
            return;
        }
        List<String> items = new ArrayList<>();
        String line = in.readLine();
        while (line != null && !line.isEmpty() && items.size() < MOST) {
            items.add(line);
            line = in.readLine();
        }
        take.accept(items);
        from.getOutputStream().write((TAKEN + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            socket.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.STORAGE, "The file " + file + " could not be deleted.", e);
        }
    }
}
