package app.linden.server;

import app.linden.wire.Capability;
import app.linden.wire.MethodProblem;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every method of the API with the capability that a request has to use for it. */
final class MethodTable {
    private record Entry(String capability, Method method) {}

    private final Map<String, Entry> methods = new TreeMap<>();

    MethodTable(ServerData data, Commits commits) {
        add(Capability.CORE, "Core/echo", call -> call.arguments().json());

        CalendarMethods calendars = new CalendarMethods(data, commits);
        add(Capability.CALENDARS, "Calendar/get", calendars::get);
        add(Capability.CALENDARS, "Calendar/changes", new ChangesMethod(data, Types.CALENDAR));
        add(Capability.CALENDARS, "Calendar/set", calendars::set);

        EventMethods events = new EventMethods(data, commits);
        add(Capability.CALENDARS, "CalendarEvent/get", events::get);
        add(Capability.CALENDARS, "CalendarEvent/changes", new ChangesMethod(data, Types.EVENT));
        add(Capability.CALENDARS, "CalendarEvent/set", events::set);
        add(Capability.CALENDARS, "CalendarEvent/query", new EventQuery(data));
        add(Capability.CALENDARS, "CalendarEvent/copy", new EventCopy(commits)::run);
        Blobs blobs = new Blobs(data, commits);
        add(Capability.PARSE, "CalendarEvent/parse", blobs::parse);
        add(Capability.CORE, "Blob/copy", blobs::copy);
        add(Capability.CALENDARS, "CalendarEvent/queryChanges", cannotCalculate(data));

        NotificationMethods notifications = new NotificationMethods(data, commits);
        String type = Types.NOTIFICATION;
        add(Capability.CALENDARS, type + "/get", notifications::get);
        add(Capability.CALENDARS, type + "/changes", new ChangesMethod(data, type));
        add(Capability.CALENDARS, type + "/set", notifications::set);
        add(Capability.CALENDARS, type + "/query", notifications::query);
        add(Capability.CALENDARS, type + "/queryChanges", cannotCalculate(data));

        CommentMethods comments = new CommentMethods(data, commits);
        String comment = Types.COMMENT;
        add(Capability.COMMENTS, comment + "/get", comments::get);
        add(Capability.COMMENTS, comment + "/changes", new ChangesMethod(data, comment));
        add(Capability.COMMENTS, comment + "/set", comments::set);
        add(Capability.COMMENTS, comment + "/query", comments::query);
        add(Capability.COMMENTS, comment + "/queryChanges", cannotCalculate(data));

        PrincipalMethods principals = new PrincipalMethods(data);
        add(Capability.PRINCIPALS, "Principal/get", principals::get);
        add(Capability.PRINCIPALS, "Principal/changes", cannotCalculate(data));
        add(Capability.PRINCIPALS, "Principal/query", principals::query);
        add(Capability.PRINCIPALS, "Principal/queryChanges", cannotCalculate(data));

        InvitationMethods invitations = new InvitationMethods(data, commits);
        add(Capability.INVITATIONS, "Invitation/get", invitations::get);
        add(Capability.INVITATIONS, "Invitation/set", invitations::set);
        add(Capability.INVITATIONS, "Invitation/accept", invitations::accept);
        add(Capability.AVAILABILITY, "Principal/getAvailability", new Availability(data)::get);
        add(Capability.SPACES, "Space/set", new SpaceMethods(commits)::set);
    }

    private void add(String capability, String name, Method method) {
        methods.put(name, new Entry(capability, method));
    }

    /** The names of all methods. */
    Set<String> names() {
        return methods.keySet();
    }

    private static Method cannotCalculate(ServerData data) {
        return call -> {
            String accountId = call.arguments().accountId();
            data.database().read(sql -> Access.of(sql, call.principal(), accountId));
            throw new MethodProblem("cannotCalculateChanges", "Ask for everything anew.");
        };
    }

    /**
     * The method of this name.
     *
     * @throws MethodProblem unknownMethod when there is none, or its capability is not used
     */
    Method find(String name, java.util.List<String> using) {
        Entry entry = methods.get(name);
        if (entry == null || !using.contains(entry.capability)) {
            throw new MethodProblem(
                    "unknownMethod",
                    entry == null
                            ? "There is no method " + name + "."
                            : "The method " + name + " belongs to " + entry.capability + ".");
        }
        return entry.method;
    }
}
