package app.linden.ui.kit;

import app.linden.base.Cell;
import app.linden.base.Subscription;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

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

    private static final int USUAL_TEXT = 13;
    private static final Pattern SIZE =
            Pattern.compile(
                    "(-fx-(?:font-size|icon-size|pref-height|min-height|max-height): *)(\\d+)px");

    /** Of all text, in pixels; style sheets are written for the usual one. */
    private static volatile int text = USUAL_TEXT;

    private final Cell<Boolean> dark = new Cell<>(false);
    private final Cell<String> accent = new Cell<>("");
    private Choice choice = Choice.SYSTEM;

    public Look() {
        Platform.getPreferences().colorSchemeProperty().addListener(o -> decide());
        decide();
    }

    public void choose(Choice next) {
        choice = next;
        decide();
    }

    /**
     * The colour of what is chosen and the size of text, for every window of the program.
     *
     * @param color {@code #rrggbb}, empty for that of the theme
     * @param pixels of ordinary text
     */
    public void wear(String color, int pixels) {
        if (!color.equals(accent.get()) || pixels != text) {
            text = pixels;
            accent.set(color);
        }
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
        Subscription worn =
                accent.watch(color -> {
                    List<String> all =
                            new ArrayList<>(List.of(sheet("linden.css"), sheet("kit.css")));
                    for (String name : sheets) {
                        all.add(sheet(name));
                    }
                    scene.getStylesheets().setAll(all);
                    paint(scene.getRoot());
                });
        Subscription lit =
                dark.watch(isDark -> {
                    scene.setUserAgentStylesheet(isDark ? DARK : LIGHT);
                    scene.getRoot().getStyleClass().removeAll("light", "dark");
                    scene.getRoot().getStyleClass().add(isDark ? "dark" : "light");
                    paint(scene.getRoot());
                });
        return () -> {
            worn.close();
            lit.close();
        };
    }

    /** Gives what stands at the root of a window or a popup the colour of what is chosen. */
    void paint(Node root) {
        root.setStyle(accent.get().isEmpty() ? "" : Accent.style(accent.get(), dark.get()));
    }

    /** The address of a style sheet by its resource name in {@code app/linden/ui}. */
    public static String sheet(String name) {
        URL address =
                Objects.requireNonNull(Look.class.getResource("/app/linden/ui/" + name), name);
        return text == USUAL_TEXT ? address.toExternalForm() : scaled(address);
    }

    /** The same with all text larger or smaller in proportion. */
    private static String scaled(URL address) {
        try (InputStream in = address.openStream()) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String other =
                    SIZE.matcher(css)
                            .replaceAll(m ->
                                    m.group(1)
                                            + Math.round(
                                                    Integer.parseInt(m.group(2))
                                                            * (double) text
                                                            / USUAL_TEXT)
                                            + "px");
            return "data:text/css;base64,"
                    + Base64.getEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
