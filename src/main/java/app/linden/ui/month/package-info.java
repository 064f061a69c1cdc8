/** The month: six weeks of days with bars and lines. */
@NullMarked
package app.linden.ui.month;

import org.jspecify.annotations.NullMarked;
