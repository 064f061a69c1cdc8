package app.linden.ical;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataAdapter;
import com.github.mangstadt.vinnie.io.VObjectReader;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Components out of text that this room wrote itself, all of them at once. */
final class Parsed extends VObjectDataAdapter {
    private final Deque<Component> open = new ArrayDeque<>();

    private Parsed() {
        open.push(new Component("", 1));
    }

    /** What writes lines. */
    interface Writing {
        void to(ContentLines lines) throws IOException;
    }

    /** The components that somebody writes. */
    static List<Component> components(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Parsed parsed = new Parsed();
        Component all = parsed.open.element();
        try {
            ContentLines lines = new ContentLines(bytes);
            writing.to(lines);
            lines.flush();
            String text = bytes.toString(StandardCharsets.UTF_8);
            CleanReader clean = new CleanReader(new StringReader(text), new Report());
            new VObjectReader(clean, SyntaxRules.iCalendar()).parse(parsed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.components;
    }

    /** A component in the form of jCal. */
    static List<Component> components(JsonNode jcal) {
        return components(lines -> JcalText.write(jcal, lines, 0));
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        Component begun =
                new Component(name.strip().toUpperCase(Locale.ROOT), context.getLineNumber());
        open.element().components.add(begun);
        open.push(begun);
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        open.pop();
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        open.element()
                .properties
                .add(
                        new Property(
                                property.getName().strip().toUpperCase(Locale.ROOT),
                                Components.parameters(property),
                                property.getValue(),
                                context.getLineNumber()));
    }
}
