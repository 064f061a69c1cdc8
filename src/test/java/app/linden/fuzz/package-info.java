/** What may never happen, whatever the readers are given; docs/fuzzing.md says how it is run. */
@NullMarked
package app.linden.fuzz;

import org.jspecify.annotations.NullMarked;
