package app.linden.cli;

import app.linden.desktop.Folders;
import app.linden.server.Reception;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code server backup}: a server's data in one file, whether it runs or not. */
@Command(
        name = "backup",
        description =
                "Writes all data of a server, which may run, to a new file. Who has the file can"
                        + " read everybody's calendars.")
final class BackupWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file = Path.of("");

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The server's data.")
    private Path data = Path.of("");

    @Mixin private WhichDatabase database = new WhichDatabase();

    BackupWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Reception reception = Reception.at(Folders.make(data), database.address())) {
            reception.backUp(file.toAbsolutePath());
        }
        terminal.out().println(Plain.line("Wrote the backup “" + file + "”."));
        return 0;
    }
}
