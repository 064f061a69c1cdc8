package app.linden.cli;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code try}: two people, one calendar, nothing to set up. */
@Command(
        name = "try",
        description =
                "Shows Linden at once: a server inside this process, Anna and Ben with a shared"
                        + " calendar, and Anna's window.")
final class TryWord extends Word implements Callable<Integer> {
    private final Windows windows;
    private final Terminal terminal;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps everything there (default: a folder that is deleted at the end).")
    private @Nullable Path data;

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "Goes through the views and ends; a bundle learns from it what to load.")
    private boolean rehearsal;

    TryWord(Windows windows, Terminal terminal) {
        this.windows = windows;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (TryOut tryOut = data == null ? TryOut.start() : TryOut.start(data)) {
            tryOut.ready().whenComplete((ok, failed) -> tell(tryOut, failed));
            return windows.tryOut(tryOut, rehearsal);
        }
    }

    private void tell(TryOut tryOut, @Nullable Throwable failed) {
        if (failed == null) {
            terminal.out()
                    .println(
                            "Linden server at "
                                    + tryOut.address()
                                    + " for anna and ben, password "
                                    + TryOut.PASSWORD);
        } else {
            terminal.err().println("linden: " + Plain.line(Problem.sentence(failed)));
        }
    }
}
