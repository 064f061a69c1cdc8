package app.linden.server;

import app.linden.model.Json;
import app.linden.wire.MethodProblem;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;

/**
 * Which part of the results a {@code /query} asks for (RFC 8620, 5.5).
 *
 * @param limit how many ids at most, never more than the server allows
 * @param clamped whether the server's limit is less than what was asked for
 */
record Page(
        long position,
        @Nullable String anchor,
        long anchorOffset,
        int limit,
        boolean clamped,
        boolean calculateTotal) {

    static Page of(Arguments arguments) {
        Long limit = arguments.whole("limit");
        if (limit != null && limit < 0) {
            throw Arguments.invalid("The limit is a number from 0.");
        }
        int most = Limits.CORE.maxObjectsInGet();
        return new Page(
                orZero(arguments.whole("position")),
                arguments.text("anchor"),
                orZero(arguments.whole("anchorOffset")),
                (int) Math.min(limit == null ? most : limit, most),
                limit == null || limit > most,
                arguments.flag("calculateTotal"));
    }

    private static long orZero(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    /** The part of all the ids. */
    ObjectNode of(String accountId, String queryState, List<String> all) {
        long start = position < 0 ? Math.max(0, position + all.size()) : position;
        if (anchor != null) {
            int index = all.indexOf(anchor);
            if (index < 0) {
                throw anchorNotFound();
            }
            start = Math.max(0, index + anchorOffset);
        }
        int from = (int) Math.min(start, all.size());
        int to = (int) Math.min((long) from + limit, all.size());
        return answer(accountId, queryState, start, all.subList(from, to), all.size());
    }

    ObjectNode answer(
            String accountId, String queryState, long start, List<String> ids, long total) {
        ObjectNode json =
                Json.object()
                        .put("accountId", accountId)
                        .put("queryState", queryState)
                        .put("canCalculateChanges", false)
                        .put("position", start);
        ArrayNode list = json.putArray("ids");
        ids.forEach(list::add);
        if (calculateTotal) {
            json.put("total", total);
        }
        if (clamped) {
            json.put("limit", limit);
        }
        return json;
    }

    static MethodProblem anchorNotFound() {
        return new MethodProblem("anchorNotFound", "The anchor is not among the results.");
    }
}
