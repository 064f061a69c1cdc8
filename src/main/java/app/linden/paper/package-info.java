/**
 * The calendar on paper: pages of a month, a week or an agenda as plain shapes, and the PDF that
 * they make. Knows neither window nor printer; the window draws the same shapes as its preview.
 */
@NullMarked
package app.linden.paper;

import org.jspecify.annotations.NullMarked;
