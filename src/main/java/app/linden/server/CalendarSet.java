package app.linden.server;

import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.model.Patch;
import app.linden.model.Rights;
import app.linden.wire.SetError;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Creates, updates and destroys calendars, inside one transaction. */
final class CalendarSet {
    private static final List<String> ALERTS =
            List.of("defaultAlertsWithTime", "defaultAlertsWithoutTime");

    private final Desk desk;
    private final Access access;
    private final SetCall set;
    private final boolean removeEvents;
    private final String accountId;
    private final String me;

    CalendarSet(Desk desk, Access access, SetCall set, boolean removeEvents) {
        this.desk = desk;
        this.access = access;
        this.set = set;
        this.removeEvents = removeEvents;
        this.accountId = access.account.id();
        this.me = access.principal.id();
    }

    void run(@Nullable String setDefault) {
        set.create.forEach(this::create);
        set.update.forEach(this::update);
        set.destroy.forEach(this::destroy);
        if (setDefault != null && set.allSucceeded() && access.isOwner()) {
            String id = set.resolve(setDefault);
            if (id != null) {
                CalendarRows.find(desk.sql, accountId, id).ifPresent(this::makeDefault);
            }
        }
    }

    private void create(String creationId, ObjectNode sent) {
        if (!access.mayCreateCalendar()) {
            set.notCreated(
                    creationId, SetCall.forbidden("You cannot make calendars in this account."));
            return;
        }
        ObjectNode given = sent.deepCopy();
        sent.properties()
                .forEach(p -> {
                    if (p.getValue().isNull()) {
                        given.remove(p.getKey());
                    }
                });
        List<String> invalid = CalendarRules.invalid(given);
        CalendarView.SERVER_SET.stream().filter(given::has).forEach(invalid::add);
        if (!given.has("name") && !invalid.contains("name")) {
            invalid.add("name");
        }
        if (!invalid.isEmpty()) {
            set.notCreated(creationId, invalidProperties(invalid));
            return;
        }
        String id = desk.ids.next();
        SharePlan plan = SharePlan.of(Map.of(), given.path("shareWith"));
        access.made(id);
        SetError refusal = plan.isEmpty() ? null : plan.refusal(desk.sql, access, Rights.ALL);
        if (refusal != null) {
            access.destroyed(id);
            set.notCreated(creationId, refusal);
            return;
        }
        boolean first =
                CalendarRows.ofAccount(desk.sql, accountId).stream()
                        .noneMatch(CalendarRows.Stored::isDefault);
        ObjectNode shared = Json.object();
        ObjectNode personal = Json.object();
        given.properties()
                .forEach(p -> {
                    if (CalendarView.PERSONAL.contains(p.getKey())) {
                        personal.set(p.getKey(), p.getValue());
                    } else if (!p.getKey().equals("shareWith")) {
                        shared.set(p.getKey(), p.getValue());
                    }
                });
        List<String> twice = alertsThereAlready(id, personal);
        if (!twice.isEmpty()) {
            access.destroyed(id);
            set.notCreated(creationId, invalidProperties(twice));
            return;
        }
        CalendarRows.Stored calendar = new CalendarRows.Stored(id, accountId, first, shared);
        CalendarRows.insert(desk, calendar);
        if (!personal.isEmpty()) {
            CalendarRows.savePersonal(desk, calendar, me, personal);
        }
        if (!plan.isEmpty()) {
            plan.apply(desk, calendar);
        }
        set.created(creationId, id, SetCall.difference(sent, view(calendar)));
    }

    private void update(String sentId, ObjectNode sentPatch) {
        String id = set.resolve(sentId);
        CalendarRows.Stored calendar = id == null ? null : visible(id);
        if (id == null || calendar == null) {
            set.notUpdated(sentId, SetCall.notFound());
            return;
        }
        if (set.destroy.contains(sentId) || set.destroy.contains(id)) {
            set.notUpdated(id, new SetError("willDestroy", "It is destroyed in the same call."));
            return;
        }
        ObjectNode before = view(calendar);
        ObjectNode after;
        try {
            ObjectNode open = before.deepCopy();
            if (before.path("shareWith").isNull()) {
                // So that one can point at a principal where nobody was before.
                open.putObject("shareWith");
            }
            after = Patch.of(sentPatch).apply(open);
        } catch (Problem e) {
            set.notUpdated(id, new SetError("invalidPatch", Problem.sentence(e)));
            return;
        }
        SetError error = apply(calendar, before, after);
        if (error != null) {
            set.notUpdated(id, error);
        } else {
            set.updated(id, SetCall.difference(withNulls(after), view(reload(id))));
        }
    }

    /**
     * The default alerts whose ids somebody has already, in this calendar or another one of the
     * account (jmap-calendars 4).
     */
    private List<String> alertsThereAlready(String calendarId, ObjectNode personal) {
        Set<String> ids = new HashSet<>();
        if (ALERTS.stream().anyMatch(name -> !personal.path(name).isEmpty())) {
            CalendarRows.personal(desk.sql, accountId, me)
                    .forEach((id, theirs) -> {
                        if (!id.equals(calendarId)) {
                            ALERTS.forEach(name -> ids.addAll(theirs.path(name).propertyNames()));
                        }
                    });
        }
        List<String> twice = new ArrayList<>();
        for (String name : ALERTS) {
            for (String id : personal.path(name).propertyNames()) {
                if (!ids.add(id) && !twice.contains(name)) {
                    twice.add(name);
                }
            }
        }
        return twice;
    }

    /** What a patch leaves out is at its default, which is null for most. */
    private static ObjectNode withNulls(ObjectNode after) {
        ObjectNode full = after.deepCopy();
        for (String name : CalendarView.PROPERTIES) {
            if (!full.has(name) || (name.equals("shareWith") && full.path(name).isEmpty())) {
                full.putNull(name);
            }
        }
        return full;
    }

    private @Nullable SetError apply(
            CalendarRows.Stored calendar, ObjectNode before, ObjectNode after) {
        List<String> invalid = CalendarRules.invalid(after);
        CalendarView.SERVER_SET.stream()
                .filter(name -> !before.path(name).equals(after.path(name)))
                .filter(name -> !invalid.contains(name))
                .forEach(invalid::add);
        boolean describes = access.mayDescribe(calendar.id());
        if (describes && !after.has("name")) {
            invalid.add("name");
        }
        if (!invalid.isEmpty()) {
            return invalidProperties(invalid);
        }
        if (!describes && !same(before, after, "description")) {
            return SetCall.forbidden("You may not describe this calendar.");
        }
        SharePlan plan =
                SharePlan.of(
                        ShareRows.ofCalendar(desk.sql, calendar.id()), after.path("shareWith"));
        if (!plan.isEmpty()) {
            SetError refusal = plan.refusal(desk.sql, access, access.rights(calendar.id()));
            if (refusal != null) {
                return refusal;
            }
        }
        ObjectNode shared = calendar.json().deepCopy();
        ObjectNode own = CalendarRows.personalOf(desk.sql, calendar.id(), me);
        ObjectNode personal = own == null ? Json.object() : own.deepCopy();
        for (String name : CalendarView.PROPERTIES) {
            boolean inherited = CalendarView.INHERITED.contains(name);
            if (same(before, after, name) && !(inherited && !after.has(name))) {
                continue;
            }
            if (CalendarView.PERSONAL.contains(name) || (inherited && !describes)) {
                put(personal, name, after.get(name));
            } else if (inherited || name.equals("description")) {
                put(shared, name, after.get(name));
                personal.remove(name);
            }
        }
        if (!personal.equals(own == null ? Json.object() : own)) {
            List<String> twice = alertsThereAlready(calendar.id(), personal);
            if (!twice.isEmpty()) {
                return invalidProperties(twice);
            }
            CalendarRows.savePersonal(desk, calendar, me, personal);
        }
        if (!shared.equals(calendar.json()) || !plan.isEmpty()) {
            CalendarRows.update(desk, calendar.with(shared));
        }
        if (!plan.isEmpty()) {
            plan.apply(desk, calendar);
        }
        return null;
    }

    private static boolean same(ObjectNode before, ObjectNode after, String name) {
        JsonNode a = before.get(name);
        JsonNode b = after.get(name);
        return (a == null ? Json.nil() : a).equals(b == null ? Json.nil() : b);
    }

    private static void put(ObjectNode target, String name, @Nullable JsonNode value) {
        if (value == null) {
            target.remove(name);
        } else {
            target.set(name, value);
        }
    }

    private void destroy(String sentId) {
        String id = set.resolve(sentId);
        CalendarRows.Stored calendar = id == null ? null : visible(id);
        if (id == null || calendar == null) {
            set.notDestroyed(sentId, SetCall.notFound());
        } else if (!access.mayDelete(id)) {
            set.notDestroyed(id, SetCall.forbidden("You may not delete this calendar."));
        } else if (!removeEvents && EventRows.isAnyIn(desk.sql, id)) {
            set.notDestroyed(
                    id, new SetError("calendarHasEvent", "There are events in this calendar."));
        } else {
            new CalendarRemoval(desk, access.account).remove(calendar);
            access.destroyed(id);
            set.destroyed(id);
        }
    }

    private void makeDefault(CalendarRows.Stored chosen) {
        if (chosen.isDefault()) {
            return;
        }
        for (CalendarRows.Stored c : CalendarRows.ofAccount(desk.sql, accountId)) {
            boolean now = c.id().equals(chosen.id());
            if (c.isDefault() != now) {
                CalendarRows.update(desk, c.asDefault(now));
                set.tell(c.id(), Json.object().put("isDefault", now));
            }
        }
    }

    private CalendarRows.@Nullable Stored visible(String id) {
        return access.maySee(id) ? CalendarRows.find(desk.sql, accountId, id).orElse(null) : null;
    }

    private CalendarRows.Stored reload(String id) {
        return CalendarRows.find(desk.sql, accountId, id)
                .orElseThrow(() -> new Problem(Problem.Kind.OUR_BUG, "The calendar is gone."));
    }

    private ObjectNode view(CalendarRows.Stored calendar) {
        return CalendarView.of(
                calendar,
                CalendarRows.personalOf(desk.sql, calendar.id(), me),
                ShareRows.ofCalendar(desk.sql, calendar.id()),
                access);
    }

    private static SetError invalidProperties(List<String> names) {
        return new SetError(
                "invalidProperties",
                "These cannot be set so: " + String.join(", ", names) + ".",
                new ArrayList<>(names));
    }
}
