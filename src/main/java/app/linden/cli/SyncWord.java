package app.linden.cli;

import app.linden.base.Problem;
import app.linden.model.Conflict;
import app.linden.model.Json;
import app.linden.model.Waiting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code sync}: one full exchange with every server of a profile. */
@Command(
        name = "sync",
        description = {
            "Sends what waits and fetches what is new, once.",
            "A password that is not kept is read from standard input."
        })
final class SyncWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    SyncWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Device device = profile.open(terminal)) {
            if (device.store().serverSide().logins().isEmpty()) {
                throw new Problem(
                        Problem.Kind.BAD_INPUT,
                        "This profile is signed in nowhere yet; say linden connect first.");
            }
            device.exchange(
                    login -> Optional.of(terminal.secret("The password of " + login.username())));
            List<Waiting> waiting = device.store().waiting();
            List<Conflict> conflicts = device.store().conflicts();
            if (json) {
                terminal.out().println(Json.write(report(waiting, conflicts)));
            } else {
                print(waiting, conflicts);
            }
        }
        return 0;
    }

    private static tools.jackson.databind.JsonNode report(
            List<Waiting> waiting, List<Conflict> conflicts) {
        var report = Json.object();
        var refused = report.putArray("waiting");
        waiting.forEach(w -> refused.addObject().put("title", w.title()).put("reason", w.reason()));
        var open = report.putArray("conflicts");
        conflicts.forEach(c -> open.addObject().put("title", c.title()).put("what", c.unit()));
        return report;
    }

    private void print(List<Waiting> waiting, List<Conflict> conflicts) {
        if (waiting.isEmpty() && conflicts.isEmpty()) {
            terminal.out().println("All saved on the server.");
        }
        for (Waiting w : waiting) {
            String reason = w.reason() == null ? "waits for its calendar" : w.reason();
            terminal.out().println(Plain.line("“" + w.title() + "”: " + reason));
        }
        for (Conflict c : conflicts) {
            terminal.out()
                    .println(
                            Plain.line(
                                    "“"
                                            + c.title()
                                            + "” ("
                                            + c.unit()
                                            + ") was changed by others too; the window lets you"
                                            + " choose."));
        }
    }
}
