package app.linden.ui.shell;

import app.linden.model.Event;
import app.linden.model.Json;

import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is true when every edit that was acknowledged is done, and none twice: facts by uid, kept
 * without the model's help. A fact of one occurrence has its recurrence id before its name.
 */
final class Ledger {
    private final TreeMap<String, SortedMap<String, String>> events = new TreeMap<>();
    private int edits;

    int edits() {
        return edits;
    }

    SortedMap<String, SortedMap<String, String>> events() {
        return events;
    }

    void enter(ObjectNode edit) {
        edits++;
        String uid = edit.path("uid").asString();
        if (edit.path("deleted").asBoolean(false)) {
            events.remove(uid);
            return;
        }
        SortedMap<String, String> facts = events.computeIfAbsent(uid, u -> new TreeMap<>());
        for (var fact : edit.path("facts").properties()) {
            String name = fact.getKey();
            if (name.endsWith(" excluded")) {
                String id = name.substring(0, name.indexOf(' '));
                facts.keySet().removeIf(k -> k.startsWith(id));
            }
            facts.put(name, fact.getValue().asString());
        }
    }

    Ledger copy() {
        Ledger copy = new Ledger();
        events.forEach((uid, facts) -> copy.events.put(uid, new TreeMap<>(facts)));
        copy.edits = edits;
        return copy;
    }

    /** The same facts of documents; fails when two of them have one uid. */
    static SortedMap<String, SortedMap<String, String>> of(Collection<ObjectNode> documents) {
        TreeMap<String, SortedMap<String, String>> all = new TreeMap<>();
        for (ObjectNode document : documents) {
            Event event = Event.of(document);
            SortedMap<String, String> facts = new TreeMap<>();
            facts.put("title", event.title());
            facts.put("start", document.path("start").asString(""));
            for (var override : document.path("recurrenceOverrides").properties()) {
                for (Map.Entry<String, tools.jackson.databind.JsonNode> change :
                        override.getValue().properties()) {
                    facts.put(
                            override.getKey() + " " + change.getKey(),
                            change.getValue().isString()
                                    ? change.getValue().asString()
                                    : Json.canonical(change.getValue()));
                }
            }
            if (all.put(event.uid(), facts) != null) {
                throw new AssertionError("there twice: " + document);
            }
        }
        return all;
    }
}
