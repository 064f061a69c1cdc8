package app.linden.sync;

import app.linden.model.Json;
import app.linden.store.Outgoing;
import app.linden.store.Settled;
import app.linden.wire.SetError;
import app.linden.wire.SetResult;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

/** What the answer of a {@code /set} means for one change; a pure function of both. */
final class Outcome {
    private Outcome() {}

    static Settled of(Outgoing sent, SetResult result) {
        return switch (sent.act()) {
            case CREATE -> {
                ObjectNode created = result.created().get(sent.objectId());
                yield created == null
                        ? refused(sent, result.notCreated().get(sent.objectId()))
                        : new Settled.Done(sent.seq(), created.path("id").asString(""), created);
            }
            case UPDATE -> {
                ObjectNode updated = result.updated().get(sent.serverId());
                yield updated == null
                        ? refused(sent, result.notUpdated().get(sent.serverId()))
                        : new Settled.Done(sent.seq(), null, updated);
            }
            case DESTROY -> {
                SetError error = result.notDestroyed().get(sent.serverId());
                // What is not there any more is as deleted as can be.
                yield error == null || error.type().equals("notFound")
                        ? new Settled.Done(sent.seq(), null, Json.object())
                        : refused(sent, error);
            }
        };
    }

    private static Settled refused(Outgoing sent, @Nullable SetError error) {
        if (error == null) {
            return new Settled.Refused(
                    sent.seq(), "The server did not say what became of this change.");
        }
        return switch (error.type()) {
            case "rateLimit", "willDestroy" -> new Settled.Again(sent.seq());
            case "forbidden", "readOnly" ->
                    new Settled.Refused(
                            sent.seq(), "You may not change this. " + error.description());
            case "notFound" -> new Settled.Refused(sent.seq(), "This is no longer on the server.");
            case "overQuota" ->
                    new Settled.Refused(sent.seq(), "There is no room left on the server.");
            case "tooLarge" -> new Settled.Refused(sent.seq(), "This is too large for the server.");
            default -> new Settled.Refused(sent.seq(), describe(error));
        };
    }

    private static String describe(SetError error) {
        String properties =
                error.properties().isEmpty()
                        ? ""
                        : " (" + String.join(", ", error.properties()) + ")";
        String text = error.description().isBlank() ? error.type() : error.description();
        return "The server refused this change" + properties + ": " + text;
    }
}
