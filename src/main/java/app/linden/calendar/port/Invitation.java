package app.linden.calendar.port;

import app.linden.model.Role;

import org.jspecify.annotations.Nullable;

/**
 * What the link of an invitation offers.
 *
 * @param link as the person pasted it
 * @param server the address of the server that it leads to
 * @param from who invites, null for the host of the server
 * @param calendar the calendar's name, null for an invitation to the server alone
 * @param role what one may do in the calendar
 * @param mayRegister whether one can make an account there
 */
public record Invitation(
        String link,
        String server,
        @Nullable String from,
        @Nullable String calendar,
        Role role,
        boolean mayRegister) {}
