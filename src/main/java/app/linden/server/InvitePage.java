package app.linden.server;

import app.linden.base.Problem;
import app.linden.model.Json;

import org.eclipse.jetty.http.HttpHeader;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands at the link of an invitation: for people a small page without scripts, for Linden the
 * same as JSON. The link itself is the permission to see it, so nothing of it is written down
 * anywhere. Runs on the thread of the request.
 */
final class InvitePage {
    /** Nothing is fetched from anywhere, and the link is told to nobody. */
    private static final String ONLY_ITSELF =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'";

    private final ServerData data;
    private final Registration registration;
    private final String css = css();

    InvitePage(ServerData data, Registration registration) {
        this.data = data;
        this.registration = registration;
    }

    static String css() {
        try (InputStream in =
                InvitePage.class.getResourceAsStream("/app/linden/server/invite.css")) {
            if (in == null) {
                throw new Problem(Problem.Kind.OUR_BUG, "The page's style is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new Problem(Problem.Kind.OUR_BUG, "The page's style cannot be read.", e);
        }
    }

    void answer(Http http, String base) {
        if (!http.allows("GET")) {
            return;
        }
        String token = http.path().substring(Invitations.HEAD.length());
        long now = data.clock().instant().getEpochSecond();
        Optional<Invitations.Offer> offer =
                data.database().read(sql -> Invitations.pending(sql, token, now));
        String accept = http.request().getHeaders().get(HttpHeader.ACCEPT);
        if (accept != null && accept.startsWith("application/json")) {
            http.json(
                    json(
                            offer.orElseThrow(() ->
                                    Refused.own(
                                            404,
                                            "invitationNotFound",
                                            "This invitation is not there, or not any more."))));
            return;
        }
        InviteText text =
                InviteText.of(http.request().getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        String body =
                offer.map(o -> text.offer(o, base, Invitations.link(base, token)))
                        .orElseGet(text::gone);
        html(http, offer.isPresent() ? 200 : 404, text.page(css, body), ONLY_ITSELF);
    }

    private ObjectNode json(Invitations.Offer offer) {
        var calendar = offer.calendar();
        ObjectNode json =
                Json.object()
                        .put("from", offer.from())
                        .put(
                                "expires",
                                Instant.ofEpochSecond(offer.invitation().endsAt()).toString())
                        .put("mayRegister", registration != Registration.CLOSED);
        if (calendar == null) {
            return json.putNull("calendar");
        }
        json.putObject("calendar")
                .put("name", offer.calendarName())
                .put("color", calendar.json().path("color").asString(null))
                .put("role", Roles.word(offer.invitation().role()));
        return json;
    }

    /** Answers a page that keeps its own address to itself. */
    static void html(Http http, int status, String page, String policy) {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        var headers = http.response().getHeaders();
        http.response().setStatus(status);
        headers.put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
        headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.VARY, "Accept, Accept-Language");
        headers.put("Content-Security-Policy", policy);
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Robots-Tag", "noindex");
        http.response().write(true, ByteBuffer.wrap(bytes), http.callback());
    }
}
