/** JMAP messages both ways, shared by client and server (RFC 8620, RFC 8887). */
@NullMarked
package app.linden.wire;

import org.jspecify.annotations.NullMarked;
