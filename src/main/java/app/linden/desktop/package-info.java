/** The operating system behind ports: folders, secrets, file choosers. */
@NullMarked
package app.linden.desktop;

import org.jspecify.annotations.NullMarked;
