/** Seeded worlds of people, devices and one server, a judge of what became of every edit. */
@NullMarked
package app.linden.sim;

import org.jspecify.annotations.NullMarked;
