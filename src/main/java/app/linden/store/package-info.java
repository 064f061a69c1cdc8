/**
 * The local cache: what the person sees, what the server last said, what still waits to be sent.
 */
@NullMarked
package app.linden.store;

import org.jspecify.annotations.NullMarked;
