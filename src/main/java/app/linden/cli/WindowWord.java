package app.linden.cli;

import app.linden.desktop.OneInstance;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    @SuppressWarnings("NullAway.Init") // by picocli
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE.ics|linden:ADDRESS",
            arity = "0..*",
            description = "Opened in the window; one that is open takes it.")
    private List<String> items = List.of();

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
        List<String> whole = items.stream().map(this::whole).toList();
        if (OneInstance.handOver(profile.path(), whole)) {
            return CommandLine.ExitCode.OK;
        }
        try (Start start = new Start(profile.path(), terminal, whole)) {
            return windows.open(start);
        }
    }

    /**
     * A file as one that may run elsewhere finds it; desktops hand over files as addresses too.
     *
     * @throws ParameterException when there is no such file, which a mistyped word looks like
     */
    private String whole(String item) {
        if (item.startsWith("linden:")) {
            return item;
        }
        try {
            Path file = item.startsWith("file:") ? Path.of(URI.create(item)) : Path.of(item);
            if (Files.isRegularFile(file)) {
                return file.toAbsolutePath().toString();
            }
        } catch (IllegalArgumentException | FileSystemNotFoundException notAPath) {
            throw unknown(item);
        }
        throw unknown(item);
    }

    private ParameterException unknown(String item) {
        return new ParameterException(
                spec.commandLine(), "“" + item + "” is neither a word of Linden nor a file.");
    }
}
