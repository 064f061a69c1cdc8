/** A year whose days show how full they are. */
@NullMarked
package app.linden.ui.year;

import org.jspecify.annotations.NullMarked;
