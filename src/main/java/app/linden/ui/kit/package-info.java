/** What every part of the window shares: texts, colours, icons, the relay to JavaFX's thread. */
@NullMarked
package app.linden.ui.kit;

import org.jspecify.annotations.NullMarked;
