package app.linden.server;

import java.util.Map;

/**
 * One principal is to hear of new states in one account.
 *
 * @param states type to state
 * @param pushState the number of the last change of the server when this was noted
 */
record Notice(String principalId, String accountId, Map<String, String> states, long pushState)
        implements News {}
