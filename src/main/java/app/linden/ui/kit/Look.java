package app.linden.ui.kit;

import app.linden.base.Cell;
import app.linden.base.Subscription;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

import java.util.Objects;

/**
 * Light or dark, as the system or as the person says, for every window of the program. Lives on
 * JavaFX's thread.
 */
public final class Look {
    /** What the person chose. */
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK
    }

    private static final String LIGHT = new PrimerLight().getUserAgentStylesheet();
    private static final String DARK = new PrimerDark().getUserAgentStylesheet();

    private final Cell<Boolean> dark = new Cell<>(false);
    private Choice choice = Choice.SYSTEM;

    public Look() {
        Platform.getPreferences().colorSchemeProperty().addListener(o -> decide());
        decide();
    }

    public void choose(Choice next) {
        choice = next;
        decide();
    }

    public Choice choice() {
        return choice;
    }

    /** Whether windows are dark now. */
    public Cell<Boolean> dark() {
        return dark;
    }

    /**
     * Dresses a scene and keeps it dressed until closed. Add style sheets of a part with {@code
     * sheets}: resource names in {@code app/linden/ui}.
     */
    public Subscription dress(Scene scene, String... sheets) {
        scene.getStylesheets().addAll(sheet("linden.css"), sheet("kit.css"));
        for (String name : sheets) {
            scene.getStylesheets().add(sheet(name));
        }
        return dark.watch(isDark -> {
            scene.setUserAgentStylesheet(isDark ? DARK : LIGHT);
            scene.getRoot().getStyleClass().removeAll("light", "dark");
            scene.getRoot().getStyleClass().add(isDark ? "dark" : "light");
        });
    }

    /** The address of a style sheet by its resource name in {@code app/linden/ui}. */
    public static String sheet(String name) {
        return Objects.requireNonNull(Look.class.getResource("/app/linden/ui/" + name), name)
                .toExternalForm();
    }

    private void decide() {
        dark.set(
                switch (choice) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                });
    }
}
