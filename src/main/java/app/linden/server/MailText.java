package app.linden.server;

import org.jspecify.annotations.Nullable;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of messages, and of the pages that their links lead to, in the reader's language. */
final class MailText {
    private final Locale locale;
    private final ResourceBundle words;

    private MailText(Locale locale) {
        this.locale = locale;
        this.words =
                ResourceBundle.getBundle(
                        "app.linden.server.mail",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** In German for those who ask for it first, else in English. */
    static MailText of(@Nullable String acceptLanguage) {
        return new MailText(InviteText.isGerman(acceptLanguage) ? Locale.GERMAN : Locale.ENGLISH);
    }

    String say(String key, Object... values) {
        return new MessageFormat(words.getString(key).replace("'", "''"), locale).format(values);
    }

    String page(String css, String body) {
        return """
        <!DOCTYPE html>
        <html lang="%s"><head><meta charset="utf-8"><title>%s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><style>%s</style></head>
        <body><main><div class=card>%s</div></main></body></html>
        """
                .formatted(locale.getLanguage(), InviteText.plain(say("title")), css, body);
    }

    /** A heading and a sentence. */
    String told(String heading, String sentence) {
        return "<h1>%s</h1><p>%s</p>"
                .formatted(InviteText.plain(say(heading)), InviteText.plain(say(sentence)));
    }

    /**
     * What is asked at a link.
     *
     * @param wrong what was not right with the try before; empty at the first
     */
    String form(MailAddresses.Link link, String wrong) {
        String kind = link.kind();
        StringBuilder html = new StringBuilder();
        html.append("<h1>")
                .append(InviteText.plain(say(kind + ".heading", link.name())))
                .append("</h1><p>")
                .append(InviteText.plain(say(kind + ".what")))
                .append("</p><form method=post>");
        if (!wrong.isEmpty()) {
            html.append("<p class=wrong role=alert>")
                    .append(InviteText.plain(wrong))
                    .append("</p>");
        }
        if (kind.equals(MailLinks.RESET)) {
            html.append("<label for=password>")
                    .append(InviteText.plain(say("reset.label")))
                    .append("</label><input id=password name=password type=password required")
                    .append(" minlength=8 maxlength=1000 autocomplete=new-password autofocus>");
        }
        return html.append("<button class=open>")
                .append(InviteText.plain(say(kind + ".act")))
                .append("</button></form>")
                .toString();
    }
}
