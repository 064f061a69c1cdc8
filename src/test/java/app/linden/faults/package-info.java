/**
 * Faults of the real disk, the real process and the real network, judged by what was acknowledged.
 */
@NullMarked
package app.linden.faults;

import org.jspecify.annotations.NullMarked;
