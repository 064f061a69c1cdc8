/** Where one begins: signing in to a server. */
@NullMarked
package app.linden.ui.start;

import org.jspecify.annotations.NullMarked;
