/** How it stands with the server, and what needs the person: conflicts and refused changes. */
@NullMarked
package app.linden.ui.attention;

import org.jspecify.annotations.NullMarked;
