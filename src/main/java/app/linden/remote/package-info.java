/** The other side: JMAP over HTTPS and the live channel over WebSocket. */
@NullMarked
package app.linden.remote;

import org.jspecify.annotations.NullMarked;
