package app.linden;

import app.linden.base.Problem;
import app.linden.cli.Cli;
import app.linden.cli.Device;
import app.linden.cli.TryOut;
import app.linden.cli.Windows;
import app.linden.desktop.SystemFiles;
import app.linden.ui.kit.Texts;
import app.linden.ui.shell.CalendarWindow;
import app.linden.ui.shell.Entry;
import app.linden.ui.shell.Program;
import app.linden.ui.shell.Services;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;

/**
 * Where Linden starts: hands the words of the command line on, and opens windows when they ask for
 * one.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Cli.run(args, new RealWindows()));
    }

    /** Windows on the screen. Syncing begins when the first of them stands. */
    private static final class RealWindows implements Windows {
        private @Nullable CalendarWindow bens;

        @Override
        public int open(Device device) {
            Program.run(program -> {
                open(program, device, Texts.text("app.name"), List.of());
                device.startSync();
            });
            return 0;
        }

        @Override
        public int tryOut(TryOut tryOut) {
            Program.run(program -> {
                Entry ben = new Entry(Texts.text("try.ben"), () -> openBen(program, tryOut));
                CalendarWindow anna =
                        open(
                                program,
                                tryOut.device(TryOut.ANNA),
                                Texts.text("try.title", TryOut.ANNA),
                                List.of(ben));
                tryOut.ready()
                        .exceptionally(e -> {
                            anna.tell(Problem.sentence(e));
                            return null;
                        });
            });
            return 0;
        }

        private void openBen(Program program, TryOut tryOut) {
            CalendarWindow open = bens;
            if (open != null && open.comeForward()) {
                return;
            }
            bens =
                    open(
                            program,
                            tryOut.device(TryOut.BEN),
                            Texts.text("try.title", TryOut.BEN),
                            List.of());
        }

        private static CalendarWindow open(
                Program program, Device device, String title, List<Entry> entries) {
            Services services =
                    new Services(
                            device.commands(),
                            device.agenda(),
                            device.inAndOut(),
                            device.accounts(),
                            new SystemFiles(program::focused),
                            Clock.systemDefaultZone());
            return program.open(services, title, entries);
        }
    }
}
