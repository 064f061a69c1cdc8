package app.linden.server;

import java.util.Map;

/**
 * One method call.
 *
 * @param base scheme and authority for links to this server
 * @param createdIds creation id to id of all that this request created so far; a method adds to it
 *     once its changes are safe (RFC 8620, 5.3)
 */
record Call(
        Principal principal, String base, Arguments arguments, Map<String, String> createdIds) {}
