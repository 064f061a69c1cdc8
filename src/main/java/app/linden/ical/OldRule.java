package app.linden.ical;

import app.linden.base.Problem;

import biweekly.ICalVersion;
import biweekly.io.CannotParseException;
import biweekly.io.DataModelConversionException;
import biweekly.io.ParseContext;
import biweekly.io.WriteContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceRule;

/**
 * A rule as vCalendar 1.0 wrote it, such as {@code W1 MO WE #10}; biweekly knows how to read it.
 */
final class OldRule {
    private OldRule() {}

    /**
     * The same rule in the form of RFC 5545; of several in one value the first.
     *
     * @throws Problem BAD_INPUT when it cannot be read
     */
    static String read(Property rrule) {
        ParseContext context = new ParseContext();
        context.setVersion(ICalVersion.V1_0);
        RecurrenceRuleScribe scribe = new RecurrenceRuleScribe();
        try {
            RecurrenceRule rule =
                    scribe.parseText(rrule.value(), null, new ICalParameters(), context);
            return write(scribe, rule);
        } catch (DataModelConversionException several) {
            for (ICalProperty p : several.getProperties()) {
                if (p instanceof RecurrenceRule rule) {
                    return write(scribe, rule);
                }
            }
            throw bad(several);
        } catch (CannotParseException | IllegalArgumentException e) {
            throw bad(e);
        }
    }

    private static String write(RecurrenceRuleScribe scribe, RecurrenceRule rule) {
        return scribe.writeText(
                rule, new WriteContext(ICalVersion.V2_0, new biweekly.io.TimezoneInfo(), null));
    }

    private static Problem bad(RuntimeException cause) {
        return new Problem(Problem.Kind.BAD_INPUT, "its rule of repetition cannot be read.", cause);
    }
}
