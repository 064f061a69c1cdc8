package app.linden.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code account}: heads the words about accounts of a server. */
@Command(
        name = "account",
        description = "People's accounts on a Linden server.",
        commandListHeading = "%n")
final class AccountWord extends Word implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "What about an account? Say: account add, or account invite");
    }
}
