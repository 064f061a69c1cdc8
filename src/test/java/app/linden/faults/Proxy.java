package app.linden.faults;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a device and its server on real sockets and is a bad net: slow, cut, reset, or
 * silent with the connection open. Thread-safe.
 */
final class Proxy implements AutoCloseable {
    /** What happens to a connection. */
    enum Fault {
        /** Each piece comes late. */
        SLOW,
        /** It is closed after some octets. */
        CUT,
        /** It is reset after some octets, what is on its way is lost. */
        RESET,
        /** From some octets on nothing comes through, and nobody says so. */
        HALF_OPEN
    }

    /** One of so many silences lasts until the device has had enough of it; others are short. */
    private static final int RARELY = 20;

    private final ServerSocket door;
    private final int port;
    private final Random random = new Random();
    private final List<Wire> wires = new ArrayList<>();
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private boolean bad = true;

    /** Begins to listen. */
    Proxy(int port) throws IOException {
        this.port = port;
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Wire wire = new Wire(client, new Socket(InetAddress.getLoopbackAddress(), port));
                boolean doomed;
                synchronized (this) {
                    wires.removeIf(Wire::isGone);
                    wires.add(wire);
                    doomed = bad && random.nextInt(3) > 0;
                }
                if (doomed) {
                    hit(wire, random.nextInt(3000));
                }
                wire.begin();
            } catch (IOException e) {
                // Closed, or the server is away for a moment; the client sees a cut.
            }
        }
    }

    /** Does something to a connection that is open, if there is one. */
    void hit() {
        List<Wire> open;
        synchronized (this) {
            wires.removeIf(Wire::isGone);
            open = wires.stream().filter(w -> w.fault == null).toList();
        }
        if (!open.isEmpty()) {
            hit(open.get(random.nextInt(open.size())), random.nextInt(2000));
        }
    }

    private synchronized void hit(Wire wire, int after) {
        Fault[] all = Fault.values();
        Fault fault = all[random.nextInt(all.length)];
        faults.merge(fault, 1, Integer::sum);
        wire.left.set(after);
        wire.fault = fault;
        int millis = 300 + random.nextInt(2500);
        if (fault == Fault.SLOW || (fault == Fault.HALF_OPEN && random.nextInt(RARELY) > 0)) {
            Thread.ofVirtual().start(() -> wire.endAfter(millis));
        }
    }

    /** From now on the net is good; what hangs is cut. */
    synchronized void calm() {
        bad = false;
        wires.stream().filter(w -> w.fault != null).forEach(Wire::close);
    }

    synchronized Map<Fault, Integer> faults() {
        return new EnumMap<>(faults);
    }

    synchronized int count() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public void close() throws IOException {
        door.close();
        calm();
        synchronized (this) {
            wires.forEach(Wire::close);
        }
    }

    /** One connection, with a thread for each direction. */
    private static final class Wire {
        private final Socket client;
        private final Socket server;
        private final CountDownLatch gone = new CountDownLatch(1);
        private volatile @Nullable Fault fault;
        private final AtomicInteger left = new AtomicInteger();

        Wire(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void begin() {
            Thread.ofVirtual().start(() -> pump(client, server));
            Thread.ofVirtual().start(() -> pump(server, client));
        }

        private void pump(Socket from, Socket to) {
            byte[] piece = new byte[4096];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                    int passed = n;
                    if (fault != null) {
                        int had = n;
                        passed = Math.clamp(left.getAndUpdate(l -> Math.max(0, l - had)), 0, n);
                        if (fault == Fault.SLOW) {
                            passed = n;
                            gone.await(20 + n / 40, TimeUnit.MILLISECONDS);
                        }
                    }
                    out.write(piece, 0, passed);
                    out.flush();
                    if (passed < n && !goesOn()) {
                        return;
                    }
                }
            } catch (IOException e) {
                // One side is gone, so the other one goes too.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            close();
        }

        private boolean goesOn() throws IOException {
            if (fault == Fault.HALF_OPEN) {
                return true;
            }
            if (fault == Fault.RESET) {
                client.setSoLinger(true, 0);
                server.setSoLinger(true, 0);
            }
            close();
            return false;
        }

        /** A slow one is quick again, a silent one breaks. */
        void endAfter(int millis) {
            try {
                gone.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (fault == Fault.SLOW) {
                fault = null;
            } else {
                close();
            }
        }

        boolean isGone() {
            return gone.getCount() == 0;
        }

        void close() {
            gone.countDown();
            try (client;
                    server) {
                // Both are closed.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
