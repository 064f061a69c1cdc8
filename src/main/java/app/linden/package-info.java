/** Main alone: the table of contents of the program. */
@NullMarked
package app.linden;

import org.jspecify.annotations.NullMarked;
