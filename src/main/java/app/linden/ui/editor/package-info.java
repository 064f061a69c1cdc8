/** An event, to look at in a card and to change in a form. */
@NullMarked
package app.linden.ui.editor;

import org.jspecify.annotations.NullMarked;
