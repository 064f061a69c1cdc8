package app.linden.model;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/**
 * Two people changed the same unit of an object: theirs stands, mine is kept here until the person
 * decides.
 *
 * @param id local id of the conflict
 * @param objectId local id of the event or calendar
 * @param title what the object was called when it happened
 * @param unit the unit of merging, such as {@code title} or {@code when} (see docs/sync.md)
 * @param mine the values that were not applied, as a patch object
 * @param theirs the values that stand at the same pointers
 */
public record Conflict(
        String id,
        String objectId,
        String title,
        String unit,
        JsonNode mine,
        JsonNode theirs,
        Instant seen) {}
