package app.linden.ical;

import app.linden.ical.SmallParser.Part;
import app.linden.ical.SmallParser.Prop;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Which zones the names in a calendar mean; {@link ZonesTest} is about whether they are right. */
final class TestZones {
    private TestZones() {}

    static Map<String, ZoneId> of(Part calendar) {
        Zones zones = new Zones();
        calendar.parts("VTIMEZONE").forEach(zone -> zones.add(component(zone)));
        Map<String, ZoneId> byName = new HashMap<>();
        collect(calendar, zones, byName);
        return byName;
    }

    private static void collect(Part part, Zones zones, Map<String, ZoneId> byName) {
        for (Prop prop : part.props()) {
            String tzid = prop.param("TZID");
            if (!tzid.isEmpty() && prop.value().matches("\\d{4}.*")) {
                LocalDateTime at =
                        LocalDateTime.of(
                                Integer.parseInt(prop.value().substring(0, 4)), 7, 1, 0, 0);
                ZoneId zone = zones.read(at, tzid).zone();
                if (zone != null) {
                    byName.putIfAbsent(tzid, zone);
                }
            }
        }
        part.parts().forEach(p -> collect(p, zones, byName));
    }

    private static Component component(Part part) {
        Component component = new Component(part.name(), 1);
        part.props()
                .forEach(p ->
                        component.properties.add(
                                new Property(p.name(), new TreeMap<>(p.params()), p.value(), 1)));
        part.parts().forEach(p -> component.components.add(component(p)));
        return component;
    }
}
