package app.linden.cli;

import app.linden.base.Problem;
import app.linden.calendar.SettingsFile;
import app.linden.calendar.care.Diagnostics;
import app.linden.calendar.care.Piece;
import app.linden.desktop.Folders;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code diagnostics}: a report of a fault as a file. */
@Command(
        name = "diagnostics",
        description =
                "Writes versions, choices, numbers and logs into a file to send along with a"
                        + " description of a fault: no title, name, address or password.")
final class DiagnosticsWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @SuppressWarnings("NullAway.Init") // by picocli
    @Parameters(paramLabel = "FILE.zip", description = "Where to write it.")
    private Path file;

    DiagnosticsWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path folder = Folders.make(profile.path());
        try (SettingsFile settings = SettingsFile.of(folder);
                Opened opened = Opened.of(profile, terminal)) {
            Diagnostics diagnostics =
                    new Diagnostics(
                            folder,
                            settings.settings()::get,
                            opened.device == null ? null : opened.device.store());
            List<Piece> pieces = diagnostics.gather().join();
            Diagnostics.write(pieces, file).join();
            for (Piece piece : pieces) {
                terminal.out().println(piece.name() + "  " + piece.size() + " bytes");
            }
        }
        return 0;
    }

    /** The device, where it can be opened: a report is wanted most where it cannot. */
    private record Opened(@Nullable Device device) implements AutoCloseable {
        static Opened of(ProfileOption profile, Terminal terminal) {
            try {
                return new Opened(profile.open(terminal));
            } catch (Problem e) {
                terminal.err()
                        .println("linden: Nothing is counted: " + Plain.line(Problem.sentence(e)));
                return new Opened(null);
            }
        }

        @Override
        public void close() {
            if (device != null) {
                device.close();
            }
        }
    }
}
