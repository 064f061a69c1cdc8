/** Puts the window together: bar, sidebar, views, and what happens when one is used. */
@NullMarked
package app.linden.ui.shell;

import org.jspecify.annotations.NullMarked;
