package app.linden.cli;

import app.linden.base.AtEnd;
import app.linden.desktop.Folders;
import app.linden.server.LindenServer;
import app.linden.server.MailSettings;
import app.linden.server.Registration;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** {@code server}: the companion server until the process is told to end. */
@Command(
        name = "server",
        description =
                "Runs a Linden server until it is stopped; the line it prints names its address.",
        commandListHeading = "%n")
final class ServerWord extends Word implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    private final Terminal terminal;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where it keeps its data; with --database, what is this process's alone.")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Its port; 0 lets the system choose one.")
    private @Nullable Integer port;

    @Option(
            names = "--host",
            paramLabel = "H",
            description =
                    "The address to listen on (default: ${DEFAULT-VALUE}); others than this"
                            + " computer's need TLS.")
    private String host = "127.0.0.1";

    @Option(names = "--tls-cert", paramLabel = "F", description = "The certificate chain (PEM).")
    private @Nullable Path certificate;

    @Option(names = "--tls-key", paramLabel = "F", description = "Its private key (PEM).")
    private @Nullable Path key;

    @Option(
            names = "--registration",
            paramLabel = "WHO",
            description =
                    "Who may make an account by themselves: open, invitation or closed (default:"
                            + " ${DEFAULT-VALUE}).")
    private Registration registration = Registration.CLOSED;

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "Where people reach this server, for links (default: as it listens).")
    private @Nullable URI address;

    @Option(
            names = "--smtp",
            paramLabel = "URL",
            description =
                    "By whom it sends mail: smtp://NAME@HOST:587 or smtps://NAME@HOST; the password"
                            + " stands in LINDEN_SMTP_PASSWORD. Needs --mail-from and --address.")
    private @Nullable URI smtp;

    @Option(names = "--mail-from", paramLabel = "ADDRESS", description = "The sender of its mail.")
    private @Nullable String mailFrom;

    @Mixin private WhichDatabase database = new WhichDatabase();

    ServerWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        // Not required by picocli, which would ask for them before a word below, too.
        if (data == null || port == null) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required options: '--data=DIR', '--port=P'");
        }
        LindenServer server =
                LindenServer.start(
                        new LindenServer.Options(
                                Folders.make(data),
                                host,
                                port,
                                certificate,
                                key,
                                registration,
                                address,
                                database.address(),
                                mail()));
        AtEnd.run("server", server::close);
        terminal.out().println("Linden server at " + server.address());
        terminal.out().flush();
        // Only a signal ends it; what is to be done then stands above.
        new CountDownLatch(1).await();
        return 0;
    }

    private @Nullable MailSettings mail() {
        if (smtp == null && mailFrom == null) {
            return null;
        }
        if (smtp == null || mailFrom == null) {
            throw new ParameterException(
                    spec.commandLine(), "--smtp and --mail-from are given together.");
        }
        return new MailSettings(smtp, mailFrom, System.getenv("LINDEN_SMTP_PASSWORD"));
    }
}
