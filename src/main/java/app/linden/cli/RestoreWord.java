package app.linden.cli;

import app.linden.base.Problem;
import app.linden.model.Trashed;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code restore}: out of the trash. */
@Command(
        name = "restore",
        description = "Makes again what is in the trash: an event, or a calendar with its events.")
final class RestoreWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Parameters(
            paramLabel = "WHAT",
            arity = "1..*",
            description = "The number that trash lists it under, its id, or its title.")
    private List<String> wanted = new ArrayList<>();

    RestoreWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Device device = profile.open(terminal)) {
            List<Trashed> trash = device.store().trash();
            // All are found before the first is restored, since that changes the numbers.
            List<Trashed> chosen = wanted.stream().map(w -> find(trash, w)).toList();
            for (Trashed one : chosen) {
                device.commands().restore(one.id()).join();
                terminal.out().println(Plain.line("Restored “" + one.title() + "”."));
            }
        }
        return 0;
    }

    private static Trashed find(List<Trashed> trash, String what) {
        if (what.matches("[0-9]{1,4}")) {
            int number = Integer.parseInt(what);
            if (number >= 1 && number <= trash.size()) {
                return trash.get(number - 1);
            }
        }
        List<Trashed> matching =
                trash.stream()
                        .filter(t -> t.id().equals(what) || t.title().equalsIgnoreCase(what))
                        .toList();
        if (matching.size() != 1) {
            throw new Problem(
                    Problem.Kind.BAD_INPUT,
                    matching.isEmpty()
                            ? "There is no “" + what + "” in the trash."
                            : "There are several “"
                                    + what
                                    + "” in the trash; say the number, which linden trash tells.");
        }
        return matching.getFirst();
    }
}
