/**
 * Geometry without a toolkit: which occurrence goes where in a month or a week, what a pointer
 * means, what a drag would do. Views only draw what comes from here.
 */
@NullMarked
package app.linden.layout;

import org.jspecify.annotations.NullMarked;
