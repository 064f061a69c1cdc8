/** Everything the window can do, by name; and the sheet of its keys. */
@NullMarked
package app.linden.ui.palette;

import org.jspecify.annotations.NullMarked;
