package app.linden.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this computer is called in a person's list of devices. */
final class ThisDevice {
    private static final int LONGEST = 60;

    private ThisDevice() {}

    /** May wait for the system to say it. */
    static String name() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            host = "";
        }
        String system = System.getProperty("os.name", "");
        return host.isBlank()
                ? system
                : host.substring(0, Math.min(LONGEST, host.length())) + ", " + system;
    }
}
