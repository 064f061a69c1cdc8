package app.linden.cli;

import app.linden.model.Undone;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code undo}: the newest change of this device, or again what was undone last. */
@Command(
        name = "undo",
        description = {
            "Undoes the newest change that was made on this device, also after it was synced.",
            "What somebody else changed since stays as it is and is named."
        })
final class UndoWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Option(names = "--redo", description = "Does again what was undone last.")
    private boolean redo;

    UndoWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Device device = profile.open(terminal)) {
            Optional<Undone> undone =
                    (redo ? device.commands().redo() : device.commands().undo()).join();
            if (undone.isEmpty()) {
                terminal.out().println("There is nothing to " + (redo ? "redo." : "undo."));
            } else {
                print(undone.get());
            }
        }
        return 0;
    }

    private void print(Undone undone) {
        String kind = undone.act().kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        terminal.out()
                .println(
                        Plain.line(
                                (redo ? "Redone: " : "Undone: ")
                                        + kind
                                        + " “"
                                        + undone.act().title()
                                        + "”."));
        for (Undone.Kept kept : undone.kept()) {
            terminal.out().println(Plain.line("“" + kept.title() + "” " + why(kept)));
        }
    }

    private static String why(Undone.Kept kept) {
        return switch (kept.why()) {
            case CHANGED ->
                    kept.units().isEmpty()
                            ? "was changed by somebody else since, so it stays."
                            : "was changed by somebody else since ("
                                    + String.join(", ", kept.units())
                                    + "), so that stays.";
            case GONE -> "was deleted since, so it stays deleted.";
            case NO_CALENDAR -> "has no calendar any more to come back to.";
        };
    }
}
