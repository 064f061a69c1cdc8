/** Adding an event in words. */
@NullMarked
package app.linden.ui.quick;

import org.jspecify.annotations.NullMarked;
