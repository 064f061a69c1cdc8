package app.linden.cli;

import app.linden.base.Problem;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Reads the words of the command line and does what they say. Lives on the main thread. Exit codes:
 * 0 it is done, 1 a problem, told in one sentence, 2 the words are not understood.
 */
public final class Cli {
    private static final int PROBLEM = 1;

    /** Kept, since a logger that nobody holds forgets its level. The server's own words suffice. */
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    private Cli() {}

    /**
     * Does what the words say; without a word opens the window.
     *
     * @return the exit code
     */
    public static int run(String[] args, Windows windows) {
        return run(args, windows, Terminal.ofThisProcess());
    }

    static int run(String[] args, Windows windows, Terminal terminal) {
        JETTY.setLevel(Level.WARNING);
        int code =
                words(windows, terminal)
                        .setOut(terminal.out())
                        .setErr(terminal.err())
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setParameterExceptionHandler(Cli::misunderstood)
                        .setExecutionExceptionHandler((e, at, parsed) -> problem(e, terminal))
                        .execute(args);
        boolean unsaid = terminal.out().checkError();
        if (unsaid && code == CommandLine.ExitCode.OK) {
            terminal.err().println("linden: Standard output could not be written to.");
            code = PROBLEM;
        }
        terminal.err().flush();
        return code;
    }

    private static CommandLine words(Windows windows, Terminal terminal) {
        return new CommandLine(new WindowWord(windows, terminal))
                .addSubcommand(new TryWord(windows, terminal))
                .addSubcommand(
                        new CommandLine(new ServerWord(terminal))
                                .addSubcommand(new BackupWord(terminal))
                                .addSubcommand(new RestoreServer(terminal)))
                .addSubcommand(
                        new CommandLine(new AccountWord())
                                .addSubcommand(new AddAccount(terminal))
                                .addSubcommand(new InviteWord(terminal)))
                .addSubcommand(new ConnectWord(terminal))
                .addSubcommand(new SyncWord(terminal))
                .addSubcommand(new AgendaWord(terminal))
                .addSubcommand(new FindWord(terminal))
                .addSubcommand(new CalendarsWord(terminal))
                .addSubcommand(new AddWord(terminal))
                .addSubcommand(new ImportWord(terminal))
                .addSubcommand(new ExportWord(terminal))
                .addSubcommand(new PrintWord(terminal))
                .addSubcommand(new ConvertWord(terminal))
                .addSubcommand(new SubscribeWord(terminal))
                .addSubcommand(new SubscriptionsWord(terminal))
                .addSubcommand(new UndoWord(terminal))
                .addSubcommand(new TrashWord(terminal))
                .addSubcommand(new RestoreWord(terminal))
                .addSubcommand(new CheckWord(terminal))
                .addSubcommand(new DiagnosticsWord(terminal))
                .addSubcommand(new SecretsWord(terminal));
    }

    private static int misunderstood(ParameterException e, String[] args) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        var err = e.getCommandLine().getErr();
        err.println("linden: " + e.getMessage());
        err.println("Try: " + spec.qualifiedName() + " --help");
        return CommandLine.ExitCode.USAGE;
    }

    private static int problem(Exception e, Terminal terminal) {
        terminal.err().println("linden: " + Plain.line(Problem.sentence(e)));
        if (terminal.variable("LINDEN_DEBUG").isPresent()) {
            e.printStackTrace(terminal.err());
        }
        return PROBLEM;
    }
}
