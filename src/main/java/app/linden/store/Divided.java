package app.linden.store;

import app.linden.model.Event;

import org.jspecify.annotations.Nullable;

/**
 * What an edit makes of one event.
 *
 * @param left what stays under its id, null when nothing does
 * @param added a second event of the same account, null when there is none
 */
public record Divided(@Nullable Event left, @Nullable Event added) {}
