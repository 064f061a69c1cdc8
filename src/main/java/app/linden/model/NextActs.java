package app.linden.model;

import org.jspecify.annotations.Nullable;

/**
 * Which acts undo and redo are about next.
 *
 * @param undo null when there is nothing to undo
 * @param redo null when nothing was undone
 */
public record NextActs(@Nullable Act undo, @Nullable Act redo) {}
