package app.linden.cli;

import app.linden.store.Check;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code check}: whether this device's copy is sound. */
@Command(
        name = "check",
        description = "Compares the index of this device's copy with the events themselves.")
final class CheckWord extends Word implements Callable<Integer> {
    private static final int DIFFERS = 1;

    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Option(names = "--repair", description = "Makes the index anew where it differs.")
    private boolean repair;

    CheckWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Device device = profile.open(terminal)) {
            Check check = device.store().check().join();
            print(check);
            if (repair && !check.index().isEmpty()) {
                device.store().reindex().join();
                check = device.store().check().join();
                terminal.out().println("Repaired.");
                print(check);
            }
            return check.isRight() ? 0 : DIFFERS;
        }
    }

    private void print(Check check) {
        check.index().forEach(line -> terminal.out().println(Plain.line(line)));
        check.objects().forEach(line -> terminal.out().println(Plain.line(line)));
        int differences = check.index().size() + check.objects().size();
        terminal.out()
                .println(
                        String.format(
                                Locale.ROOT,
                                "%,d %s in %,d %s of %,d %s",
                                differences,
                                differences == 1 ? "difference" : "differences",
                                check.occurrences(),
                                check.occurrences() == 1 ? "occurrence" : "occurrences",
                                check.events(),
                                check.events() == 1 ? "event" : "events"));
    }
}
