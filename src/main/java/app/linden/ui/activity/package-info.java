/** What others did to shared events, and the way back. */
@NullMarked
package app.linden.ui.activity;

import org.jspecify.annotations.NullMarked;
