package app.linden.server;

import app.linden.base.Problem;

import org.eclipse.jetty.http.HttpHeader;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * What stands at a link that was sent by mail: a small page without scripts. To look at it does
 * nothing yet, since programs that check mail look too. Runs on the thread of the request.
 */
final class MailPage {
    private static final String ONLY_ITSELF =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";
    private static final int LONGEST = 20_000;
    private static final int TRIES = 20;
    private static final Duration TRY_EACH = Duration.ofSeconds(30);

    private final MailLinks links;
    private final Attempts attempts;
    private final String css = InvitePage.css();

    MailPage(MailLinks links, Attempts attempts) {
        this.links = links;
        this.attempts = attempts;
    }

    void answer(Http http) {
        String token = http.path().substring(MailLinks.HEAD.length());
        MailText text = MailText.of(http.request().getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
        boolean posted = http.request().getMethod().equals("POST");
        if (!posted && !http.allows("GET")) {
            return;
        }
        if (posted) {
            attempts.count("mail-page", http.address(), TRIES, TRY_EACH);
        }
        String password = posted ? password(http) : "";
        Optional<MailAddresses.Link> link = links.pending(token);
        if (link.isEmpty()) {
            show(http, 404, text, text.told("gone.heading", "gone.text"));
        } else if (!posted) {
            show(http, 200, text, text.form(link.get(), ""));
        } else {
            take(http, token, link.get(), password, text);
        }
    }

    private void take(
            Http http, String token, MailAddresses.Link link, String password, MailText text) {
        boolean taken;
        try {
            taken =
                    link.kind().equals(MailLinks.RESET)
                            ? links.reset(token, password, http.address())
                            : links.confirm(token);
        } catch (Problem e) {
            show(http, 400, text, text.form(link, text.say("reset.label")));
            return;
        }
        show(
                http,
                taken ? 200 : 404,
                text,
                taken
                        ? text.told(link.kind() + ".done", link.kind() + ".done.what")
                        : text.told("gone.heading", "gone.text"));
    }

    /** What the form sent. */
    private static String password(Http http) {
        String body = new String(http.body(LONGEST), StandardCharsets.UTF_8);
        for (String field : body.split("&", -1)) {
            if (field.startsWith("password=")) {
                try {
                    return URLDecoder.decode(
                            field.substring("password=".length()), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException notAForm) {
                    return "";
                }
            }
        }
        return "";
    }

    private void show(Http http, int status, MailText text, String body) {
        InvitePage.html(http, status, text.page(css, body), ONLY_ITSELF);
    }
}
