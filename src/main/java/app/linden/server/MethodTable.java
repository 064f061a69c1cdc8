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
        String own = Capability.CALENDARS;
        add(own, "Calendar/get", Signature.GET, calendars::get);
        add(own, "Calendar/changes", Signature.CHANGES, new ChangesMethod(data, Types.CALENDAR));
        add(
                own,
                "Calendar/set",
                Signature.SET.with("onDestroyRemoveEvents:flag? onSuccessSetIsDefault:text?"),
                calendars::set);

        EventMethods events = new EventMethods(data, commits);
        add(
                own,
                "CalendarEvent/get",
                Signature.GET.with(
                        "recurrenceOverridesBefore:text? recurrenceOverridesAfter:text?"
                                + " reduceParticipants:flag? timeZone:text?"),
                events::get);
        add(own, "CalendarEvent/changes", Signature.CHANGES, new ChangesMethod(data, Types.EVENT));
        add(
                own,
                "CalendarEvent/set",
                Signature.SET.with("sendSchedulingMessages:flag?"),
                events::set);
        add(
                own,
                "CalendarEvent/query",
                Signature.QUERY.with("expandRecurrences:flag? timeZone:text?"),
                new EventQuery(data));
        add(own, "CalendarEvent/copy", Signature.COPY, new EventCopy(commits)::run);
        Blobs blobs = new Blobs(data, commits);
        add(
                Capability.PARSE,
                "CalendarEvent/parse",
                Signature.of("accountId:text blobIds:texts properties:texts?"),
                blobs::parse);
        add(
                Capability.CORE,
                "Blob/copy",
                Signature.of("fromAccountId:text accountId:text blobIds:texts"),
                blobs::copy);
        add(own, "CalendarEvent/queryChanges", Signature.QUERY_CHANGES, cannotCalculate(data));

        NotificationMethods notifications = new NotificationMethods(data, commits);
        String type = Types.NOTIFICATION;
        add(own, type + "/get", Signature.GET, notifications::get);
        add(own, type + "/changes", Signature.CHANGES, new ChangesMethod(data, type));
        add(own, type + "/set", Signature.SET, notifications::set);
        add(own, type + "/query", Signature.QUERY, notifications::query);
        add(own, type + "/queryChanges", Signature.QUERY_CHANGES, cannotCalculate(data));

        CommentMethods comments = new CommentMethods(data, commits);
        String comment = Types.COMMENT;
        add(Capability.COMMENTS, comment + "/get", Signature.GET, comments::get);
        add(
                Capability.COMMENTS,
                comment + "/changes",
                Signature.CHANGES,
                new ChangesMethod(data, comment));
        add(Capability.COMMENTS, comment + "/set", Signature.SET, comments::set);
        add(Capability.COMMENTS, comment + "/query", Signature.QUERY, comments::query);
        add(
                Capability.COMMENTS,
                comment + "/queryChanges",
                Signature.QUERY_CHANGES,
                cannotCalculate(data));

        PrincipalMethods principals = new PrincipalMethods(data);
        add(Capability.PRINCIPALS, "Principal/get", Signature.GET, principals::get);
        add(Capability.PRINCIPALS, "Principal/changes", Signature.CHANGES, cannotCalculate(data));
        add(Capability.PRINCIPALS, "Principal/query", Signature.QUERY, principals::query);
        add(
                Capability.PRINCIPALS,
                "Principal/queryChanges",
                Signature.QUERY_CHANGES,
                cannotCalculate(data));

        InvitationMethods invitations = new InvitationMethods(data, commits);
        add(Capability.INVITATIONS, "Invitation/get", Signature.GET, invitations::get);
        add(Capability.INVITATIONS, "Invitation/set", Signature.SET, invitations::set);
        add(
                Capability.INVITATIONS,
                "Invitation/accept",
                Signature.of("accountId:text link:text"),
                invitations::accept);
        add(
                Capability.AVAILABILITY,
                "Principal/getAvailability",
                Signature.of(
                        "accountId:text id:text utcStart:text utcEnd:text showDetails:flag?"
                                + " eventProperties:texts?"),
                new Availability(data)::get);
        add(Capability.SPACES, "Space/set", Signature.SET, new SpaceMethods(commits)::set);
    }

    private void add(String capability, String name, Method method) {
        methods.put(name, new Entry(capability, method));
    }

    private void add(String capability, String name, Signature signature, Method method) {
        add(
                capability,
                name,
                call -> {
                    signature.check(call.arguments());
                    return method.run(call);
                });
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
