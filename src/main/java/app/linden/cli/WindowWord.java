package app.linden.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** No word at all: the window. */
@Command(
        name = "linden",
        description =
                "A shared calendar that also works offline. Without a word it opens its window.",
        footer = {
            "",
            "LINDEN_PASSPHRASE in the environment opens a profile that a passphrase seals.",
            "Exit codes: 0 done, 1 a problem, 2 not understood."
        },
        commandListHeading = "%n",
        versionProvider = Version.class)
final class WindowWord extends Word implements Callable<Integer> {
    private final Windows windows;
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    private boolean version;

    WindowWord(Windows windows, Terminal terminal) {
        this.windows = windows;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Start start = new Start(profile.path(), terminal)) {
            return windows.open(start);
        }
    }
}
