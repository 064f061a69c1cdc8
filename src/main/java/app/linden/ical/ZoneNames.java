package app.linden.ical;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names of time zones that are in use: the IANA database's, the same behind somebody's prefix
 * ({@code /mozilla.org/20070129_1/Europe/Berlin}) and those of Windows, by the table of Unicode
 * CLDR (windowsZones, territory 001).
 */
final class ZoneNames {
    private static final Map<String, ZoneId> IANA = iana();
    private static final Map<String, ZoneId> WINDOWS = windows();

    private ZoneNames() {}

    /** The zone that a name means by itself, null when it means nothing. */
    static @Nullable ZoneId find(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        ZoneId zone = IANA.get(lower);
        if (zone == null) {
            zone = WINDOWS.get(lower);
        }
        for (int slash = lower.indexOf('/');
                zone == null && slash >= 0;
                slash = lower.indexOf('/', slash + 1)) {
            zone = IANA.get(lower.substring(slash + 1));
        }
        return zone;
    }

    /** Whether the IANA database has exactly this name. */
    static boolean isIana(String name) {
        ZoneId zone = IANA.get(name.toLowerCase(Locale.ROOT));
        return zone != null && (zone.getId().equals(name) || zone.equals(Moment.UTC));
    }

    /** Whether the name is one of those of UTC. */
    static boolean isUtc(String name) {
        return Moment.UTC.equals(find(name));
    }

    /** Every zone, the one that people mean first where several have the same rules. */
    static Collection<ZoneId> byUse() {
        Set<ZoneId> zones = new LinkedHashSet<>(WINDOWS.values());
        zones.addAll(IANA.values());
        return zones;
    }

    private static Map<String, ZoneId> iana() {
        Map<String, ZoneId> zones = new TreeMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("SystemV/"))
                .sorted()
                .forEach(id -> zones.put(id.toLowerCase(Locale.ROOT), ZoneId.of(id)));
        for (String utc : new String[] {"utc", "gmt", "z", "etc/utc", "etc/gmt", "zulu", "uct"}) {
            zones.put(utc, Moment.UTC);
        }
        return zones;
    }

    private static Map<String, ZoneId> windows() {
        Map<String, ZoneId> zones = new LinkedHashMap<>();
        try (InputStream in = ZoneNames.class.getResourceAsStream("windows-zones.tsv")) {
            if (in == null) {
                throw new Problem(
                        Problem.Kind.OUR_BUG, "The resource windows-zones.tsv is missing.");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && !line.startsWith("#")) {
                    ZoneId zone =
                            IANA.get(line.substring(tab + 1).strip().toLowerCase(Locale.ROOT));
                    if (zone != null) {
                        zones.put(line.substring(0, tab).toLowerCase(Locale.ROOT), zone);
                    }
                }
            }
            return zones;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
