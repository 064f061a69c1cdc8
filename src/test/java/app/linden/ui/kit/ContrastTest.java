package app.linden.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.linden.ui.Fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.scene.paint.Color;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The colours of the style sheets against what they stand on, in both looks: text has a contrast of
 * 4.5 at least, signs have 3 (WCAG 2.2, 1.4.3 and 1.4.11, level AA).
 */
class ContrastTest {
    private static final Path SHEETS = Path.of("src/main/resources/app/linden/ui");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)}");
    private static final Pattern COLOR =
            Pattern.compile("(-(?:color|linden)-[\\w-]+)\\s*:\\s*([^;]+);");
    private static final Pattern RGBA =
            Pattern.compile("rgba?\\(([\\d.]+),\\s*([\\d.]+),\\s*([\\d.]+)(?:,\\s*([\\d.]+))?\\)");

    /** What stands on a ground that its own rule does not name, by a part of its selector. */
    private static final Map<String, String> GROUNDS =
            Map.of(
                    "notice", "-color-neutral-emphasis-plus",
                    "sidebar", "-color-bg-subtle",
                    "calendar-", "-color-bg-subtle",
                    "card-popup", "-color-bg-overlay",
                    "overlay", "-color-bg-overlay",
                    "print-turning", "-color-bg-inset",
                    "reminder", "-color-bg-overlay");

    /** Not read, since nothing can be done with it or the text stands beside it (WCAG 1.4.3). */
    private static final Set<String> SPARED = Set.of("prompt-text-fill");

    private record Finding(String sheet, String selector, String property, double contrast) {
        @Override
        public String toString() {
            return "%s %s %s %.2f".formatted(sheet, selector, property, contrast);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsReadStandsOutFromItsGround(boolean dark) throws IOException {
        Fx.pulses(1);
        Map<String, String> theme = theme(dark);
        List<Finding> weak = new ArrayList<>();
        int checked = 0;
        try (Stream<Path> files = Files.list(SHEETS)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".css")).sorted().toList()) {
                String css = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
                for (Matcher rule = RULE.matcher(css); rule.find(); ) {
                    checked += check(file, rule.group(1), rule.group(2), theme, dark, weak);
                }
            }
        }
        assertTrue(checked > 80, checked + " colours");
        assertEquals(List.of(), weak);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theThemeItselfCanBeRead(boolean dark) throws IOException {
        Fx.pulses(1);
        Map<String, String> theme = theme(dark);
        TreeSet<String> weak = new TreeSet<>();
        for (String ground :
                List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-overlay")) {
            for (String ink :
                    List.of(
                            "-color-fg-default",
                            "-color-fg-muted",
                            "-color-accent-fg",
                            "-color-danger-fg",
                            "-color-success-fg")) {
                double contrast =
                        Tint.contrast(color(theme, ink, Color.WHITE), page(theme, ground, dark));
                if (contrast < 4.5) {
                    weak.add("%s on %s %.2f".formatted(ink, ground, contrast));
                }
            }
        }
        assertEquals(Set.of(), weak);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eventsOfAnyColorCanBeRead(boolean dark) {
        Fx.pulses(1);
        Color page = dark ? Color.web("#0d1117") : Color.WHITE;
        for (int hue = 0; hue < 360; hue += 15) {
            for (double light : new double[] {0.1, 0.5, 0.9}) {
                for (double full : new double[] {0, 0.5, 1}) {
                    String web = "#" + Color.hsb(hue, full, light).toString().substring(2, 8);
                    Tint tint = Tint.of(web, dark);
                    assertTrue(Tint.contrast(tint.text(), tint.fill()) >= 4.5, web);
                    assertTrue(Tint.contrast(tint.muted(), tint.fill()) >= 4.5, web);
                    assertTrue(Tint.contrast(tint.accent(), page) >= 1.8, web);
                }
            }
        }
    }

    private static int check(
            Path file,
            String selector,
            String body,
            Map<String, String> theme,
            boolean dark,
            List<Finding> weak) {
        String name = selector.strip().replaceAll("\\s+", " ");
        // A face is painted by its person's own colour, see Face.
        if (name.equals(".face")
                || name.contains(":disabled")
                || (name.contains("dark") && !dark)) {
            return 0;
        }
        int checked = 0;
        Color ground = ground(name, body, theme, dark);
        for (String declaration : body.split(";")) {
            String[] parts = declaration.split(":", 2);
            if (parts.length < 2) {
                continue;
            }
            String property = parts[0].strip();
            boolean text = property.equals("-fx-text-fill") || property.equals("-fx-fill");
            boolean sign = property.equals("-fx-icon-color");
            String value = parts[1].strip();
            if ((!text && !sign)
                    || value.equals("transparent")
                    || SPARED.stream().anyMatch(property::contains)) {
                continue;
            }
            checked++;
            double contrast = Tint.contrast(color(theme, value, ground), ground);
            if (contrast < (sign || isLarge(body) ? 3 : 4.5)) {
                weak.add(new Finding(file.getFileName().toString(), name, value, contrast));
            }
        }
        return checked;
    }

    private static boolean isLarge(String body) {
        Matcher size = Pattern.compile("-fx-font-size:\\s*(\\d+)px").matcher(body);
        return size.find() && Integer.parseInt(size.group(1)) >= 24;
    }

    private static Color ground(
            String selector, String body, Map<String, String> theme, boolean dark) {
        Matcher own = Pattern.compile("-fx-background-color:\\s*([^;]+)").matcher(body);
        if (own.find()) {
            String[] layers = own.group(1).split(",(?![^(]*\\))");
            String last = layers[layers.length - 1].strip();
            if (!last.equals("transparent") && !last.startsWith("-calendar")) {
                return page(theme, last, dark);
            }
        }
        for (Map.Entry<String, String> e : new TreeMap<>(GROUNDS).entrySet()) {
            if (selector.contains(e.getKey())) {
                return page(theme, e.getValue(), dark);
            }
        }
        return page(theme, "-color-bg-default", dark);
    }

    private static Color page(Map<String, String> theme, String value, boolean dark) {
        Color below = dark ? Color.web("#0d1117") : Color.WHITE;
        return color(theme, value, below);
    }

    /** A colour of a style sheet; where it is not opaque, on what lies below. */
    private static Color color(Map<String, String> theme, String value, Color below) {
        String v = value.strip();
        for (int i = 0; theme.containsKey(v) && i < 9; i++) {
            v = theme.get(v).strip();
        }
        Matcher rgba = RGBA.matcher(v);
        Color color;
        if (rgba.matches()) {
            double opacity = rgba.group(4) == null ? 1 : Double.parseDouble(rgba.group(4));
            color =
                    Color.rgb(
                            (int) Double.parseDouble(rgba.group(1)),
                            (int) Double.parseDouble(rgba.group(2)),
                            (int) Double.parseDouble(rgba.group(3)),
                            opacity);
        } else {
            try {
                color = Color.web(v);
            } catch (IllegalArgumentException e) {
                throw new AssertionError("not a colour: " + value + " = " + v, e);
            }
        }
        Color opaque = Color.color(color.getRed(), color.getGreen(), color.getBlue());
        return below.interpolate(opaque, color.getOpacity());
    }

    private static Map<String, String> theme(boolean dark) throws IOException {
        String name =
                dark
                        ? new PrimerDark().getUserAgentStylesheet()
                        : new PrimerLight().getUserAgentStylesheet();
        String css = read(name);
        Map<String, String> colors = new TreeMap<>();
        for (Matcher m = COLOR.matcher(css); m.find(); ) {
            colors.putIfAbsent(m.group(1), m.group(2));
        }
        String own = Files.readString(SHEETS.resolve("linden.css"));
        if (dark) {
            own += Files.readString(SHEETS.resolve("kit.css"));
        }
        for (Matcher m = COLOR.matcher(own); m.find(); ) {
            colors.put(m.group(1), m.group(2));
        }
        return colors;
    }

    private static String read(String name) throws IOException {
        try (InputStream in =
                name.contains(":")
                        ? URI.create(name).toURL().openStream()
                        : PrimerLight.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
