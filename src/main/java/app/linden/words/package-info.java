/**
 * Understands a sentence about an event, in English and German: "Lunch with Ben tomorrow 12:30-14
 * at Luigi's #family". Pure: it knows no clock, no calendar and no screen but what it is told.
 */
@NullMarked
package app.linden.words;

import org.jspecify.annotations.NullMarked;
