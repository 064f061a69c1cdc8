/** The week: days side by side over the hours, with a strip for whole days above. */
@NullMarked
package app.linden.ui.week;

import org.jspecify.annotations.NullMarked;
