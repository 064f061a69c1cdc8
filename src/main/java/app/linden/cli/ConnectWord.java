package app.linden.cli;

import app.linden.calendar.port.Secrets;
import app.linden.desktop.Vault;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/** {@code connect}: a sign-in for a profile. */
@Command(
        name = "connect",
        description = {
            "Signs in to a server and fetches its calendars. The password is read from standard"
                    + " input.",
            "It is kept in the system's keychain, or sealed by the passphrase in LINDEN_PASSPHRASE."
        })
final class ConnectWord extends Word implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin private ProfileOption profile = new ProfileOption();

    @Parameters(
            index = "0",
            paramLabel = "URL",
            description = "The server, or an e-mail address whose server is meant.")
    private String url = "";

    @Parameters(index = "1", paramLabel = "USER", description = "The name to sign in with.")
    private String user = "";

    ConnectWord(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Secrets secrets = profile.secretsToKeep(terminal);
        String password = terminal.secret("The password of " + user);
        try (Device device = Device.open(profile.path(), secrets)) {
            device.accounts().signIn(url, user, password).join();
            int calendars = device.store().calendars().size();
            terminal.out()
                    .println(
                            "Signed in as "
                                    + user
                                    + "; "
                                    + Count.of(calendars, "calendar", "calendars")
                                    + " here.");
        }
        if (!secrets.lasting()) {
            terminal.out()
                    .println(
                            "The password is not kept, so that each sync asks for it; set "
                                    + Vault.PASSPHRASE
                                    + " to have it sealed.");
        }
        return 0;
    }
}
