/** What happens from day to day, as a list that can be read for months. */
@NullMarked
package app.linden.ui.agenda;

import org.jspecify.annotations.NullMarked;
