/** Printing: the pages as they will be, and what becomes of them. */
@NullMarked
package app.linden.ui.paper;

import org.jspecify.annotations.NullMarked;
