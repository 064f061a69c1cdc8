/**
 * The companion server: JMAP for Calendars over HTTP and WebSocket on tables of its own. It imports
 * nothing of the client.
 */
@NullMarked
package app.linden.server;

import org.jspecify.annotations.NullMarked;
