package app.linden.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.base.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is written for a system to start Linden. */
final class AutostartTest {
    @TempDir private Path home;

    private Autostart on(String system, String config) {
        return new Autostart(
                system,
                home,
                name -> name.equals("XDG_CONFIG_HOME") ? config : null,
                List.of("/opt/My Linden/bin/linden", "100% \"sure\" $HOME \\ &"));
    }

    @Test
    void linuxGetsADesktopEntryThatIsTakenAwayAgain() throws Exception {
        Autostart autostart = on("Linux", null);
        assertFalse(autostart.isOn());
        autostart.set(true);
        Path file = home.resolve(".config/autostart/linden.desktop");
        assertEquals(file, autostart.file());
        String entry = Files.readString(file);
        assertTrue(entry.startsWith("[Desktop Entry]\nType=Application\nName=Linden\n"), entry);
        assertTrue(
                entry.contains(
                        "Exec=\"/opt/My Linden/bin/linden\" \"100%% \\\\\"sure\\\\\" \\\\$HOME"
                                + " \\\\\\\\ &\"\n"),
                entry);
        assertTrue(autostart.isOn());
        autostart.set(false);
        assertFalse(autostart.isOn());
        autostart.set(false);
    }

    @Test
    void theFolderForSettingsOfThePersonCounts() {
        Path other = home.resolve("other");
        assertEquals(
                other.resolve("autostart/linden.desktop"), on("Linux", other.toString()).file());
        assertEquals(
                home.resolve(".config/autostart/linden.desktop"), on("Linux", "relative").file());
    }

    @Test
    void macGetsALaunchAgent() throws Exception {
        Autostart autostart = on("Mac OS X", null);
        autostart.set(true);
        String plist = Files.readString(home.resolve("Library/LaunchAgents/app.linden.plist"));
        assertTrue(plist.contains("<string>/opt/My Linden/bin/linden</string>"), plist);
        assertTrue(plist.contains("$HOME \\ &amp;</string>"), plist);
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws Exception {
        Files.writeString(home.resolve(".config"), "a file in the way");
        Problem problem = assertThrows(Problem.class, () -> on("Linux", null).set(true));
        assertEquals("This system does not let Linden start by itself.", problem.getMessage());
    }
}
