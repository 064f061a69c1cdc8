package app.linden.server;

import org.jspecify.annotations.Nullable;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words and marks of an invitation's page, in the reader's language. */
final class InviteText {
    private final Locale locale;
    private final ResourceBundle words;

    private InviteText(Locale locale) {
        this.locale = locale;
        this.words =
                ResourceBundle.getBundle(
                        "app.linden.server.invite",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** In German for those who ask for it first, else in English. */
    static InviteText of(@Nullable String acceptLanguage) {
        return new InviteText(isGerman(acceptLanguage) ? Locale.GERMAN : Locale.ENGLISH);
    }

    static boolean isGerman(@Nullable String acceptLanguage) {
        return acceptLanguage != null
                && acceptLanguage.strip().toLowerCase(Locale.ROOT).startsWith("de");
    }

    private String say(String key, Object... values) {
        return new MessageFormat(words.getString(key).replace("'", "''"), locale).format(values);
    }

    String page(String css, String body) {
        return """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><style>%s</style></head>
        <body><main>%s</main></body></html>
        """
                .formatted(locale.getLanguage(), plain(say("title")), css, body);
    }

    String gone() {
        return "<div class=card><h1>%s</h1><p>%s</p></div>"
                .formatted(plain(say("gone.heading")), plain(say("gone.text")));
    }

    String offer(Invitations.Offer offer, String base, String link) {
        String from = offer.from() == null ? say("host") : offer.from();
        boolean isCalendar = offer.calendar() != null;
        StringBuilder html = new StringBuilder("<div class=card>");
        html.append("<h1>")
                .append(plain(say(isCalendar ? "heading.calendar" : "heading.server", from)))
                .append("</h1>");
        if (isCalendar) {
            html.append("<p class=calendar><span class=dot")
                    .append(colour(offer))
                    .append("></span><span>")
                    .append(plain(offer.calendarName()))
                    .append("</span></p><p>")
                    .append(plain(say("role." + Roles.word(offer.invitation().role()))))
                    .append("</p>");
        } else {
            String host = base.substring(base.indexOf("://") + 3);
            html.append("<p>").append(plain(say("server.what", host))).append("</p>");
        }
        html.append("<a class=open href=\"linden:")
                .append(plain(link))
                .append("\">")
                .append(plain(say("open")))
                .append("</a><p class=soft>")
                .append(plain(say("how")))
                .append("</p><p class=link>")
                .append(plain(link))
                .append("</p>")
                .append(qr(link))
                .append("<p class=\"soft centre\">")
                .append(plain(say("qr")))
                .append("</p></div><div class=\"soft foot\"><p>")
                .append(plain(until(offer)))
                .append("</p><p>")
                .append(plain(say("what")))
                .append("</p></div>");
        return html.toString();
    }

    private static String colour(Invitations.Offer offer) {
        var calendar = offer.calendar();
        String colour = calendar == null ? "" : calendar.json().path("color").asString("");
        return Colors.isColor(colour) ? " style=\"background:" + colour + "\"" : "";
    }

    private String until(Invitations.Offer offer) {
        String date =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .withZone(ZoneOffset.UTC)
                        .format(Instant.ofEpochSecond(offer.invitation().endsAt()));
        int uses = offer.invitation().usesLeft();
        return say("until", date) + " " + (uses == 1 ? say("uses.one") : say("uses.many", uses));
    }

    /** One path of all dark modules, with the quiet zone of four around it. */
    private String qr(String link) {
        QrCode code;
        try {
            code = QrCode.of(link);
        } catch (IllegalArgumentException tooLong) {
            return "";
        }
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (x < code.size && code.isDark(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M').append(from + 4).append(' ').append(y + 4);
                    path.append('h').append(x - from).append("v1H").append(from + 4).append('z');
                }
            }
        }
        int all = code.size + 8;
        return ("<svg class=qr role=img aria-label=\"%s\" viewBox=\"0 0 %d %d\""
                        + " shape-rendering=crispEdges><path fill=\"#000\" d=\"%s\"/></svg>")
                .formatted(plain(say("qr.name")), all, all, path);
    }

    /** Text for HTML, also inside quotes; marks that turn the writing direction are left out. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> plain.append("&amp;");
                        case '<' -> plain.append("&lt;");
                        case '>' -> plain.append("&gt;");
                        case '"' -> plain.append("&quot;");
                        case '\'' -> plain.append("&#39;");
                        default -> {
                            boolean turns =
                                    (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
                            if (!turns && !Character.isISOControl(c)) {
                                plain.appendCodePoint(c);
                            }
                        }
                    }
                });
        return plain.toString();
    }
}
