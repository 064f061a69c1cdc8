package app.linden.server;

import app.linden.base.Problem;
import app.linden.model.Json;
import app.linden.wire.Request;
import app.linden.wire.RequestProblem;

import tools.jackson.databind.JsonNode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads requests from what came over the wire, as I-JSON (RFC 7493) and then as RFC 8620, 3.3. */
final class RequestText {
    private RequestText() {}

    /** The text of a body; notJSON when it is not UTF-8. */
    static String decode(byte[] body) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw notJson("The request is not UTF-8.");
        }
    }

    /** A JSON value; notJSON when the text is none. */
    static JsonNode parse(String text) {
        if (hasLoneSurrogate(text)) {
            throw notJson("A string holds half a character.");
        }
        try {
            JsonNode json = Json.parseOfStranger(text);
            if (json.isMissingNode()) {
                throw notJson("The request is empty.");
            }
            return json;
        } catch (Problem e) {
            throw notJson(Problem.sentence(e));
        }
    }

    /** A request; notRequest when the value is none. */
    static Request request(JsonNode json) {
        try {
            return Request.of(json);
        } catch (Problem e) {
            throw new Refused(RequestProblem.NOT_REQUEST, Problem.sentence(e));
        }
    }

    private static Refused notJson(String why) {
        return new Refused(RequestProblem.NOT_JSON, why);
    }

    /**
     * Whether an escape stands for half of a surrogate pair, which I-JSON forbids: UTF-8 cannot
     * carry it back.
     */
    private static boolean hasLoneSurrogate(String text) {
        boolean high = false;
        for (int at = text.indexOf('\\'); at >= 0; at = text.indexOf('\\', at)) {
            if (!text.startsWith("u", at + 1)) {
                at += 2;
                continue;
            }
            int unit = unit(text, at);
            if (Character.isLowSurrogate((char) unit) != high) {
                return true;
            }
            high = Character.isHighSurrogate((char) unit);
            at += 6;
            if (high && !(text.startsWith("\\u", at))) {
                return true;
            }
        }
        return false;
    }

    private static int unit(String text, int at) {
        try {
            return Integer.parseInt(text, at + 2, Math.min(text.length(), at + 6), 16);
        } catch (NumberFormatException malformed) {
            // The parser says so.
            return 0;
        }
    }
}
