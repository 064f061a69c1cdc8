package app.linden.server;

import app.linden.base.Problem;
import app.linden.db.Sql;
import app.linden.model.Json;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes news as words that one process says to another, and reads them. A word is short: what the
 * thousand members of a space are to hear takes several.
 */
final class Telegrams {
    /** Ids are of 36 characters, so that so many of them with what they hear fit into a word. */
    private static final int MOST_HEARERS = 150;

    private static final int MOST_TRIED = 20;

    /** What many hear alike. */
    private record Told(String accountId, Map<String, String> states, long pushState) {}

    private Telegrams() {}

    static List<String> write(List<? extends News> news) {
        List<String> words = new ArrayList<>();
        Map<Told, List<String>> hearers = new LinkedHashMap<>();
        for (News one : news) {
            switch (one) {
                case Notice n ->
                        hearers.computeIfAbsent(
                                        new Told(n.accountId(), n.states(), n.pushState()),
                                        t -> new ArrayList<>())
                                .add(n.principalId());
                case News.DeviceEnded d ->
                        words.add(text(Json.object().put("device", d.deviceId())));
                case News.OthersEnded o ->
                        words.add(
                                text(
                                        Json.object()
                                                .put("others", o.principalId())
                                                .put("but", o.deviceId())));
                case News.Tried t -> words.add(tried(t));
            }
        }
        hearers.forEach((told, ids) -> {
            for (int i = 0; i < ids.size(); i += MOST_HEARERS) {
                words.add(notices(told, ids.subList(i, Math.min(ids.size(), i + MOST_HEARERS))));
            }
        });
        return words;
    }

    private static String notices(Told told, List<String> ids) {
        ObjectNode json = Json.object().put("account", told.accountId).put("n", told.pushState);
        told.states.forEach(json.putObject("states")::put);
        ArrayNode to = json.putArray("to");
        ids.forEach(to::add);
        return text(json);
    }

    private static String tried(News.Tried tried) {
        ObjectNode json = Json.object();
        ObjectNode costs = json.putObject("tried");
        tried.cost().entrySet().stream()
                .limit(MOST_TRIED)
                .forEach(e -> costs.put(e.getKey(), e.getValue()));
        return text(json);
    }

    private static String text(ObjectNode json) {
        String text = Json.write(json);
        if (text.getBytes(StandardCharsets.UTF_8).length > Sql.LONGEST_WORD) {
            throw new Problem(Problem.Kind.OUR_BUG, "News are too long for a word.");
        }
        return text;
    }

    /** What a word says; nothing where a newer Linden says what this one does not know. */
    static List<News> read(String word) {
        JsonNode json = Json.parse(word);
        List<News> news = new ArrayList<>();
        if (json.has("to")) {
            Map<String, String> states = new TreeMap<>();
            json.path("states").properties().forEach(s -> states.put(s.getKey(), text(s)));
            for (JsonNode id : json.path("to")) {
                news.add(
                        new Notice(
                                id.asString(),
                                json.path("account").asString(),
                                states,
                                json.path("n").asLong()));
            }
        } else if (json.has("device")) {
            news.add(new News.DeviceEnded(json.path("device").asString()));
        } else if (json.has("others")) {
            news.add(new News.OthersEnded(json.path("others").asString(), but(json)));
        } else if (json.has("tried")) {
            Map<String, Long> costs = new TreeMap<>();
            json.path("tried")
                    .properties()
                    .forEach(c -> costs.put(c.getKey(), c.getValue().asLong()));
            news.add(new News.Tried(costs));
        }
        return news;
    }

    private static String text(Map.Entry<String, JsonNode> state) {
        return state.getValue().asString();
    }

    private static @Nullable String but(JsonNode json) {
        JsonNode but = json.path("but");
        return but.isString() ? but.asString() : null;
    }
}
