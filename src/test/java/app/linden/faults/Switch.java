package app.linden.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/**
 * What a proxy in front of several servers does, in a few lines: each connection goes to the first
 * server that takes it, and ends with it. Works on virtual threads.
 */
final class Switch implements AutoCloseable {
    private final ServerSocket socket;
    private final List<Integer> ports;

    /** A switch to servers on this machine. */
    Switch(List<Integer> ports) throws IOException {
        this.ports = ports;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> join(client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void join(Socket client) {
        for (int port : ports) {
            try {
                Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
                Thread.ofVirtual().start(() -> pass(server, client));
                pass(client, server);
                return;
            } catch (IOException gone) {
                // The next one may be there.
            }
        }
        close(client);
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException broken) {
            // Both ends hear of it below.
        }
        close(from);
        close(to);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
