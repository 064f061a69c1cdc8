package app.linden.server;

import app.linden.base.Closer;
import app.linden.base.Problem;

import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Linden's companion server: JMAP for Calendars over HTTP and WebSocket, with its data in one
 * folder or in a database that it shares with others. Starts and closes on the calling thread;
 * serves on threads of its own.
 */
public final class LindenServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;
    private static final Duration SILENCE = Duration.ofSeconds(150);

    /**
     * How to serve.
     *
     * @param data the folder of this process alone; made when it is not there
     * @param host the name or address to listen at; without TLS only a loopback one
     * @param port the port, 0 to let the system pick one
     * @param tlsCertificate a PEM file with the certificate and its chain; given together with the
     *     key or not at all
     * @param tlsKey a PEM file with the certificate's key, PKCS#8, unencrypted
     * @param registration who may make an account by themselves
     * @param publicAddress how people reach this server, for links; null where they reach it as it
     *     listens, or as a proxy tells
     * @param database the address of a PostgreSQL database, jdbc:postgresql://…, which several
     *     servers may share; null to keep the data in the folder
     * @param mail by whom mail is sent; null to send none. Its links need the public address
     */
    public record Options(
            Path data,
            String host,
            int port,
            @Nullable Path tlsCertificate,
            @Nullable Path tlsKey,
            Registration registration,
            @Nullable URI publicAddress,
            @Nullable String database,
            @Nullable MailSettings mail) {
        /** Without mail. */
        public Options(
                Path data,
                String host,
                int port,
                @Nullable Path tlsCertificate,
                @Nullable Path tlsKey,
                Registration registration,
                @Nullable URI publicAddress,
                @Nullable String database) {
            this(
                    data,
                    host,
                    port,
                    tlsCertificate,
                    tlsKey,
                    registration,
                    publicAddress,
                    database,
                    null);
        }

        /** With its data in the folder. */
        public Options(
                Path data,
                String host,
                int port,
                @Nullable Path tlsCertificate,
                @Nullable Path tlsKey,
                Registration registration,
                @Nullable URI publicAddress) {
            this(data, host, port, tlsCertificate, tlsKey, registration, publicAddress, null);
        }

        /** Where the host makes all accounts. */
        public Options(
                Path data,
                String host,
                int port,
                @Nullable Path tlsCertificate,
                @Nullable Path tlsKey) {
            this(data, host, port, tlsCertificate, tlsKey, Registration.CLOSED, null);
        }

        /** On 127.0.0.1, at a port that the system picks. */
        public static Options loopback(Path data) {
            return new Options(data, "127.0.0.1", 0, null, null);
        }
    }

    private final URI address;
    private final Accounts accounts;
    private final Closer closer;
    private final @Nullable Renewal renewal;

    private LindenServer(URI address, Accounts accounts, Closer closer, @Nullable Renewal renewal) {
        this.address = address;
        this.accounts = accounts;
        this.closer = closer;
        this.renewal = renewal;
    }

    /**
     * Starts a server; it answers when this returns.
     *
     * @throws Problem STORAGE when the data is in use or damaged, TRY_LATER when the port is taken,
     *     BAD_INPUT for a host or certificate that cannot be used
     */
    public static LindenServer start(Options options) {
        return start(options, InstantSource.system());
    }

    /** The same with a clock of one's own. */
    public static LindenServer start(Options options, InstantSource clock) {
        boolean secure = options.tlsCertificate() != null;
        if (secure != (options.tlsKey() != null)) {
            throw bad("A certificate and its key are given together.");
        }
        checkHost(options.host(), secure);
        if (options.port() < 0 || options.port() > 65_535) {
            throw bad("A port is a number from 0 to 65535.");
        }
        Closer closer = new Closer();
        try {
            Server jetty = jetty();
            Renewal renewal = renewal(options);
            ServerConnector connector = connector(jetty, options, renewal);
            Hub hub = new Hub();
            ServerData data =
                    closer.add(ServerData.open(options.data(), options.database(), clock));
            closer.add(jetty::stop);
            closer.add(hub);
            Commits commits = new Commits(data, hub::tell);
            Gate gate = new Gate();
            Meters meters = new Meters();
            Devices devices = new Devices(data, commits);
            Attempts attempts = new Attempts(clock, cost -> commits.say(new News.Tried(cost)));
            SignIn signIn = new SignIn(data, devices, attempts);
            People people = new People(commits, options.registration());
            MailLinks links = links(options, data, commits, closer);
            Front front =
                    new Front(
                            data,
                            signIn,
                            devices,
                            new Welcome(signIn, devices, people, attempts, new Export(data), links),
                            new InvitePage(data, options.registration()),
                            new MailPage(links, attempts),
                            new Blobs(data, commits),
                            publicBase(options),
                            new Api(data, new MethodTable(data, commits), meters),
                            Turns.ofRequests(),
                            gate,
                            hub,
                            meters,
                            sockets(jetty));
            jetty.setHandler(front);
            closer.add(data.database().listen(new Relay(data, hub, attempts)));
            closer.add(() -> gate.close(PATIENCE_SECONDS));
            closer.add(hub::endStreams);
            closer.add(connector::close);
            begin(jetty, options);
            hub.keepAlive(jetty.getScheduler());
            if (renewal != null) {
                renewal.keepLooking(jetty.getScheduler());
            }
            URI address = address(options.host(), connector.getLocalPort(), secure);
            Accounts accounts = new Accounts(data, commits, false);
            String base = publicBase(options);
            accounts.answersAt(base == null ? address.toString() : base);
            closer.add(Hatch.open(options.data(), accounts));
            return new LindenServer(address, accounts, closer, renewal);
        } catch (RuntimeException e) {
            closer.close();
            throw e;
        }
    }

    private static MailLinks links(
            Options options, ServerData data, Commits commits, Closer closer) {
        MailSettings settings = options.mail();
        if (settings == null) {
            return new MailLinks(data, commits, null, "");
        }
        String base = publicBase(options);
        if (base == null) {
            throw bad("Mail needs the address where people reach the server, for its links.");
        }
        return new MailLinks(data, commits, closer.add(new Smtp(settings)), base);
    }

    private static @Nullable String publicBase(Options options) {
        URI address = options.publicAddress();
        if (address == null) {
            return null;
        }
        String path = address.getRawPath();
        if (address.getScheme() == null
                || !address.getScheme().matches("https?")
                || address.getRawAuthority() == null
                || (path != null && !path.matches("/?"))) {
            throw bad("The address of a server looks like https://calendar.example.org.");
        }
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private static Server jetty() {
        QueuedThreadPool threads = new QueuedThreadPool();
        threads.setName("net");
        threads.setDaemon(true);
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        Server jetty = new Server(threads);
        // Requests finish behind the gate; nothing is left to wait for.
        jetty.setStopTimeout(0);
        jetty.setErrorHandler((request, response, callback) -> {
            Replies.status(
                    response, callback, response.getStatus(), "The request cannot be answered.");
            return true;
        });
        return jetty;
    }

    private static @Nullable Renewal renewal(Options options) {
        Path certificate = options.tlsCertificate();
        Path key = options.tlsKey();
        return certificate == null || key == null
                ? null
                : new Renewal(Tls.context(certificate, key), certificate, key);
    }

    private static ServerConnector connector(
            Server jetty, Options options, @Nullable Renewal renewal) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        // The name of a download may be “1/2 of 100%.ics”; no address of ours is decoded twice.
        http.setUriCompliance(
                UriCompliance.DEFAULT.with(
                        "LINDEN",
                        UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
                        UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR));
        List<ConnectionFactory> factories = new ArrayList<>();
        if (renewal != null) {
            http.addCustomizer(new SecureRequestCustomizer(false));
            ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
            alpn.setDefaultProtocol("http/1.1");
            factories.add(new SslConnectionFactory(renewal.context(), alpn.getProtocol()));
            factories.add(alpn);
            factories.add(new HTTP2ServerConnectionFactory(http));
        } else {
            // Only from loopback: a proxy on this machine that speaks TLS for us.
            http.addCustomizer(new ForwardedRequestCustomizer());
        }
        factories.add(new HttpConnectionFactory(http));
        ServerConnector connector =
                new ServerConnector(jetty, factories.toArray(ConnectionFactory[]::new));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setReuseAddress(true);
        connector.setIdleTimeout(SILENCE.toMillis());
        jetty.addBean(new NetworkConnectionLimit(Limits.CONNECTIONS, connector));
        jetty.addConnector(connector);
        return connector;
    }

    private static ServerWebSocketContainer sockets(Server jetty) {
        ServerWebSocketContainer sockets = ServerWebSocketContainer.ensure(jetty);
        // A little more, so that whoever sends too much is told before the socket is closed.
        sockets.setMaxTextMessageSize(Limits.CORE.maxSizeRequest() + (1 << 20));
        sockets.setMaxFrameSize(Limits.CORE.maxSizeRequest() + (1 << 20));
        sockets.setIdleTimeout(SILENCE);
        return sockets;
    }

    private static void begin(Server jetty, Options options) {
        try {
            jetty.start();
        } catch (Exception e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (t instanceof BindException) {
                    throw new Problem(
                            Problem.Kind.TRY_LATER,
                            "The port "
                                    + options.port()
                                    + " of "
                                    + options.host()
                                    + " is taken or may not be used.",
                            e);
                }
                if (t instanceof IOException) {
                    throw new Problem(
                            Problem.Kind.TRY_LATER,
                            "The server cannot listen at " + options.host() + ".",
                            e);
                }
            }
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "The server cannot start: " + e.getMessage(), e);
        }
    }

    private static void checkHost(String host, boolean secure) {
        try {
            if (!secure && !InetAddress.getByName(host).isLoopbackAddress()) {
                throw bad(
                        "Without a certificate the server listens on this machine only; give one"
                                + " for "
                                + host
                                + ".");
            }
        } catch (UnknownHostException e) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT, "“" + host + "” is not an address of this machine.", e);
        }
    }

    private static URI address(String host, int port, boolean secure) {
        String name = host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
        String bracketed = name.contains(":") ? "[" + name + "]" : name;
        return URI.create((secure ? "https://" : "http://") + bracketed + ":" + port);
    }

    private static Problem bad(String sentence) {
        return new Problem(Problem.Kind.BAD_INPUT, sentence);
    }

    /** Where the server answers, such as http://127.0.0.1:4711. */
    public URI address() {
        return address;
    }

    /** Takes a new certificate into use now, if there is one. */
    void renewCertificate() {
        if (renewal != null) {
            renewal.look();
        }
    }

    /** The people who may sign in. */
    public Accounts accounts() {
        return accounts;
    }

    /**
     * Stops: nothing new is taken in, what is under way is answered, and the data folder and port
     * are free afterwards. Closing twice does nothing.
     */
    @Override
    public void close() {
        closer.close();
    }
}
