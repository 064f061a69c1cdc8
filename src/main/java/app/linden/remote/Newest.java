package app.linden.remote;

import app.linden.model.Type;

import tools.jackson.databind.node.ObjectNode;

/** jmap-calendars-27 with JSCalendar 2.0, as Linden itself speaks. */
final class Newest implements Dialect {
    @Override
    public ObjectNode fromServer(Type type, ObjectNode object) {
        return object;
    }

    @Override
    public ObjectNode principal(ObjectNode principal) {
        return principal;
    }

    @Override
    public ObjectNode toServer(Type type, ObjectNode object) {
        return object;
    }

    @Override
    public ObjectNode patch(Type type, ObjectNode before, ObjectNode patch) {
        return patch;
    }

    @Override
    public ObjectNode completed(Type type, ObjectNode known, ObjectNode object) {
        return object;
    }

    @Override
    public boolean rewrites() {
        return false;
    }

    @Override
    public boolean tellsOfShares() {
        return true;
    }

    @Override
    public boolean countsTogether() {
        return false;
    }
}
