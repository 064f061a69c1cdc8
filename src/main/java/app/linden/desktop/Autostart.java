package app.linden.desktop;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Whether Linden starts when its person signs in to the computer: a file of the XDG Autostart
 * Specification, a LaunchAgent on macOS, a value of the registry's Run key on Windows. The last two
 * were not tried on such a system. Calls may block for a moment.
 */
final class Autostart {
    private static final String RUN = "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    private static final String NAME = "app.linden";

    private enum Kind {
        LINUX,
        MAC,
        WINDOWS
    }

    private final Kind system;
    private final Path home;
    private final UnaryOperator<@Nullable String> variable;
    private final List<String> command;

    /**
     * @param variable answers environment variables, null for one that is not set
     * @param command what starts Linden, with its arguments
     */
    Autostart(
            String system,
            Path home,
            UnaryOperator<@Nullable String> variable,
            List<String> command) {
        String os = system.toLowerCase(Locale.ROOT);
        this.system =
                os.contains("mac") ? Kind.MAC : os.contains("win") ? Kind.WINDOWS : Kind.LINUX;
        this.home = home;
        this.variable = variable;
        this.command = List.copyOf(command);
    }

    boolean isOn() {
        return system == Kind.WINDOWS
                ? reg("query", RUN, "/v", NAME) == 0
                : Files.isRegularFile(file());
    }

    /**
     * @throws Problem STORAGE when the system does not let it
     */
    void set(boolean on) {
        if (system == Kind.WINDOWS) {
            int code =
                    on
                            ? reg("add", RUN, "/v", NAME, "/t", "REG_SZ", "/d", line(), "/f")
                            : reg("delete", RUN, "/v", NAME, "/f");
            if (code != 0) {
                throw refused(null);
            }
            return;
        }
        try {
            if (on) {
                Files.createDirectories(file().getParent());
                Files.writeString(
                        file(), system == Kind.MAC ? plist() : entry(), StandardCharsets.UTF_8);
            } else {
                Files.deleteIfExists(file());
            }
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private Problem refused(@Nullable Throwable why) {
        return new Problem(
                Problem.Kind.STORAGE, "This system does not let Linden start by itself.", why);
    }

    Path file() {
        if (system == Kind.MAC) {
            return home.resolve("Library/LaunchAgents").resolve(NAME + ".plist");
        }
        String config = variable.apply("XDG_CONFIG_HOME");
        Path base =
                config == null || !Path.of(config).isAbsolute()
                        ? home.resolve(".config")
                        : Path.of(config);
        return base.resolve("autostart").resolve("linden.desktop");
    }

    /** Desktop Entry Specification 1.5: quoted arguments, and quoted once more as a string. */
    private String entry() {
        StringBuilder exec = new StringBuilder();
        for (String word : command) {
            exec.append(exec.isEmpty() ? "" : " ")
                    .append('"')
                    .append(word.replaceAll("([\"`$\\\\])", "\\\\$1").replace("%", "%%"))
                    .append('"');
        }
        return """
        [Desktop Entry]
        Type=Application
        Name=Linden
        Comment=Calendar
        Icon=linden
        Terminal=false
        X-GNOME-Autostart-enabled=true
        Exec=%s
        """
                .formatted(exec.toString().replace("\\", "\\\\"));
    }

    private String plist() {
        StringBuilder words = new StringBuilder();
        for (String word : command) {
            words.append("    <string>")
                    .append(word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
                    .append("</string>\n");
        }
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
          <key>Label</key><string>%s</string>
          <key>RunAtLoad</key><true/>
          <key>ProgramArguments</key>
          <array>
        %s  </array>
        </dict>
        </plist>
        """
                .formatted(NAME, words);
    }

    private String line() {
        return String.join(" ", command.stream().map(w -> "\"" + w + "\"").toList());
    }

    private static int reg(String... words) {
        try {
            Process process =
                    new ProcessBuilder(
                                    java.util.stream.Stream.concat(
                                                    java.util.stream.Stream.of("reg"),
                                                    java.util.stream.Stream.of(words))
                                            .toList())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
