/** Finding events over all time while one types. */
@NullMarked
package app.linden.ui.search;

import org.jspecify.annotations.NullMarked;
