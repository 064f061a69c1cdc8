/**
 * A handful of tiny things that every room may use: threads, observable values, closing, backoff,
 * problems.
 */
@NullMarked
package app.linden.base;

import org.jspecify.annotations.NullMarked;
