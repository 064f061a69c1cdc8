/** The command line: every word but the window itself, and a device put together for both. */
@NullMarked
package app.linden.cli;

import org.jspecify.annotations.NullMarked;
