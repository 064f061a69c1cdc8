/** Pull, merge, push: a pure plan and the loop that runs it. */
@NullMarked
package app.linden.sync;

import org.jspecify.annotations.NullMarked;
