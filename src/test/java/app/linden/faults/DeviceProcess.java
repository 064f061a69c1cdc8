package app.linden.faults;

import app.linden.cli.Device;
import app.linden.desktop.SecretsOfThisRun;
import app.linden.store.Check;

import java.nio.file.Path;

/**
 * A device in a process of its own, which edits until it is killed and says each step. Arguments:
 * folder, address, name, password, the prefix of its titles.
 */
final class DeviceProcess {
    private DeviceProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (Device device = Device.open(Path.of(arguments[0]), new SecretsOfThisRun())) {
            Check check = device.store().check().join();
            say(check.isRight() ? "RIGHT" : "WRONG " + check);
            Writer.look(device).forEach((key, version) -> say("HAVE " + key + " " + version));
            say("READY");
            var signedIn = device.accounts().signIn(arguments[1], arguments[2], arguments[3]);
            if (device.store().calendars().isEmpty()) {
                signedIn.join();
            }
            Writer writer =
                    new Writer(
                            device,
                            arguments[4],
                            (key, version) -> say("TRY " + key + " " + version),
                            (key, version) -> say("SAVED " + key + " " + version));
            while (true) {
                writer.write();
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
