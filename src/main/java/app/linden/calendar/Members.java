package app.linden.calendar;

import app.linden.model.Account;
import app.linden.model.Calendar;
import app.linden.model.Directory;
import app.linden.model.Person;
import app.linden.model.Rights;
import app.linden.model.Rights.Right;
import app.linden.model.Role;
import app.linden.model.Waiting;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who is in a calendar and what one may do about it; a value.
 *
 * @param list the owner first, then oneself, then the others by name
 * @param me one's principal id, empty where the server does not say
 * @param mine what one may do in the calendar
 * @param owned whether somebody owns it, who always stays; a group's calendar has only members
 */
public record Members(
        List<Member> list, String me, Rights mine, boolean owned, Directory.Server server) {
    private static final List<Role> OFFERED = List.of(Role.READ, Role.EDIT, Role.MANAGE);

    /**
     * Somebody in a calendar.
     *
     * @param name null when the server did not tell it
     */
    public record Member(
            String id, @Nullable String name, String email, Role role, boolean owner, boolean me) {}

    public static Members of(Calendar calendar, Account account, Directory directory) {
        String me = directory.me(account);
        String owner = directory.owner(account);
        List<Member> list = new ArrayList<>();
        if (owner != null) {
            list.add(member(directory, account, owner, Role.MANAGE, true));
        }
        calendar.shareWith()
                .forEach((id, rights) ->
                        Role.of(rights)
                                .filter(role -> !id.equals(owner))
                                .ifPresent(role ->
                                        list.add(member(directory, account, id, role, false))));
        if (!me.isEmpty() && list.stream().noneMatch(Member::me)) {
            // Some servers tell whom a calendar is shared with only to those who decide it.
            Role.of(calendar.rights())
                    .ifPresent(role -> list.add(member(directory, account, me, role, false)));
        }
        list.sort(
                Comparator.comparing((Member m) -> !m.owner)
                        .thenComparing(m -> !m.me)
                        .thenComparing(m ->
                                Objects.requireNonNullElse(m.name, "").toLowerCase(Locale.ROOT))
                        .thenComparing(Member::id));
        return new Members(
                List.copyOf(list), me, calendar.rights(), owner != null, directory.of(account));
    }

    private static Member member(
            Directory directory, Account account, String id, Role role, boolean owner) {
        Person person = directory.person(account, id).orElse(null);
        return new Member(
                id,
                person == null ? null : person.shown(),
                person == null || person.email().equals(person.shown()) ? "" : person.email(),
                role,
                owner,
                id.equals(directory.me(account)));
    }

    public boolean mayShare() {
        return mine.may(Right.SHARE);
    }

    /** The members whose place a change decides that waits for the server; a refused one, too. */
    public static Set<String> changedBy(Waiting waiting) {
        Set<String> members = new TreeSet<>();
        waiting.change()
                .propertyNames()
                .forEach(pointer -> {
                    if (pointer.startsWith("shareWith/")) {
                        members.add(pointer.split("/")[1]);
                    } else if (pointer.equals("shareWith")) {
                        members.addAll(waiting.change().path(pointer).propertyNames());
                    }
                });
        return members;
    }

    /**
     * What one can make of others. Left out is what the server gives no meaning to: it tells no
     * busy times, and an event without an owner is everybody's, so who adds events could change
     * all.
     */
    public List<Role> roles() {
        return OFFERED.stream().filter(r -> r.canBeGivenBy(mine)).toList();
    }

    /** Whether one can go from here. */
    public boolean mayLeave() {
        return server.lets() && isIn() && !isOwner() && !isLastManager(me);
    }

    /** Whether one decides here and could let another one decide instead. */
    public boolean mayHandOver() {
        return !owned && mayShare() && isIn();
    }

    /** Whether nobody but this one decides. */
    public boolean isLastManager(String id) {
        return !owned
                && list.stream().anyMatch(m -> m.id.equals(id) && m.role == Role.MANAGE)
                && list.stream().filter(m -> m.role == Role.MANAGE).count() == 1;
    }

    private boolean isIn() {
        return list.stream().anyMatch(Member::me);
    }

    private boolean isOwner() {
        return list.stream().anyMatch(m -> m.me && m.owner);
    }

    /**
     * @param role null to take somebody out
     */
    void checkChange(String id, @Nullable Role role) {
        if (!mayShare()) {
            throw Sharing.refusal("Only who manages this calendar decides whom it is shared with.");
        }
        if (list.stream().anyMatch(m -> m.owner && m.id.equals(id))) {
            throw Sharing.refusal("The calendar belongs to this person, who always stays.");
        }
        if (role != Role.MANAGE && isLastManager(id)) {
            throw Sharing.refusal(
                    "Somebody has to manage the calendar; let another person manage it first.");
        }
    }

    void checkHandOver() {
        if (owned) {
            throw Sharing.refusal("This calendar belongs to one person and cannot be handed over.");
        }
        if (!mayHandOver()) {
            throw Sharing.refusal("Only who manages this calendar can hand it over.");
        }
    }

    void checkLeave() {
        if (isOwner()) {
            throw Sharing.refusal("This calendar is your own; you can delete it instead.");
        }
        if (isLastManager(me)) {
            throw Sharing.refusal(
                    "Somebody has to manage the calendar; hand it over before you leave.");
        }
        if (!server.lets()) {
            throw Sharing.refusal("This server offers no way to leave a calendar.");
        }
        if (!isIn()) {
            throw Sharing.refusal("You are not among those this calendar is shared with.");
        }
    }
}
