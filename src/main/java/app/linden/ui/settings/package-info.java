/** What a person chooses about the program, applied at once. */
@NullMarked
package app.linden.ui.settings;

import org.jspecify.annotations.NullMarked;
