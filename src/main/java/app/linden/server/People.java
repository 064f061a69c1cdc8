package app.linden.server;

import app.linden.base.Problem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/**
 * What happens to the people of a server as a whole. Thread-safe; calls block until safe on disk.
 */
final class People {
    /**
     * A new person with a device, and with the calendar that they were invited to.
     *
     * @param accepted where that calendar is, as of Invitation/accept
     */
    record Newcomer(Devices.Grant grant, @Nullable ObjectNode accepted) {
        ObjectNode toJson() {
            ObjectNode json = grant.toJson();
            if (accepted != null) {
                json.set("accepted", accepted);
            }
            return json;
        }
    }

    /** What somebody sends to make an account; the invitation is a link or its secret, or empty. */
    record Wish(
            String login, String displayName, String password, String device, String invitation) {}

    private final Commits commits;
    private final Registration registration;

    People(Commits commits, Registration registration) {
        this.commits = commits;
        this.registration = registration;
    }

    Registration registration() {
        return registration;
    }

    /**
     * Makes an account, accepts the invitation and signs a device in, all or nothing.
     *
     * @throws Refused 400, 403, 404 or 409 when that cannot be
     */
    Newcomer register(Wish wish, String address) {
        checkOpen(wish);
        try {
            Accounts.check(wish.login, wish.displayName, wish.password);
        } catch (Problem e) {
            throw Refused.own(400, "invalid", Problem.sentence(e));
        }
        String hash = Passwords.queued(address, () -> Passwords.hash(wish.password));
        return commits.run(desk -> add(desk, wish, hash));
    }

    private void checkOpen(Wish wish) {
        if (registration == Registration.CLOSED) {
            throw Refused.own(
                    403, "registrationClosed", "The host of this server makes the accounts.");
        }
        if (registration == Registration.INVITATION && wish.invitation.isEmpty()) {
            throw Refused.own(403, "invitationNeeded", "An account here takes an invitation.");
        }
    }

    private static Newcomer add(Desk desk, Wish wish, String hash) {
        String token = Invitations.token(wish.invitation);
        Invitations.Offer offer = null;
        if (!wish.invitation.isEmpty()) {
            offer =
                    Invitations.pending(desk.sql, token, desk.now.getEpochSecond())
                            .orElseThrow(() ->
                                    Refused.own(
                                            404,
                                            "invitationNotFound",
                                            "This invitation is not there, or not any more."));
        }
        Principal person =
                Accounts.insert(desk, wish.login, wish.displayName, hash)
                        .orElseThrow(() ->
                                Refused.own(
                                        409,
                                        "nameTaken",
                                        "There is already an account with this name."));
        ObjectNode accepted = null;
        if (offer != null && offer.calendar() != null) {
            accepted = Invitations.accept(desk, person, token);
        } else if (offer != null) {
            InvitationRows.used(desk.sql, offer.invitation().id());
        }
        return new Newcomer(Devices.add(desk, person.id(), wish.device), accepted);
    }

    /**
     * Deletes somebody with all that is theirs alone.
     *
     * @param giveUp whether calendars that only they manage are deleted for all
     * @throws Refused 409 lastManager when others would lose a calendar
     */
    void delete(Principal person, boolean giveUp) {
        commits.run(desk -> {
            new Departure(desk, person, giveUp).run();
            desk.tell(new News.OthersEnded(person.id(), null));
            return true;
        });
    }

    /**
     * Gives somebody another password; their other devices are signed out.
     *
     * @throws Refused 400 for a password that cannot be taken
     */
    void changePassword(Caller caller, String password) {
        try {
            Accounts.checkPassword(password);
        } catch (Problem e) {
            throw Refused.own(400, "invalid", Problem.sentence(e));
        }
        String hash = Passwords.hash(password);
        String id = caller.principal().id();
        commits.run(desk -> {
            desk.sql.update("UPDATE principal SET password = ? WHERE id = ?", hash, id);
            for (DeviceRows.Device device : DeviceRows.of(desk.sql, id)) {
                if (!device.id().equals(caller.deviceId())) {
                    DeviceRows.delete(desk.sql, device.id());
                }
            }
            desk.tell(new News.OthersEnded(id, caller.deviceId()));
            return true;
        });
    }
}
