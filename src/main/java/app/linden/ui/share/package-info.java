/** Who is in a calendar, and the dialog in which a person decides it. */
@NullMarked
package app.linden.ui.share;

import org.jspecify.annotations.NullMarked;
