package app.linden.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import app.linden.model.Repetition.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

class RepetitionTest {
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Test
    void everyKindIsKnownAgain() {
        for (int i = 0; i < 400; i++) {
            LocalDate day = TUESDAY.plusDays(i);
            for (Kind kind : Repetition.kinds(day)) {
                Repetition chosen =
                        kind == Kind.NONE
                                ? Repetition.NONE
                                : new Repetition(kind, null, i % 2 == 0 ? null : i);
                Repetition again = Repetition.of(chosen.rule(day, null), day);
                assertEquals(chosen, again, day + " " + kind);
                assertEquals(chosen.rule(day, null), again.rule(day, null), day + " " + kind);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'frequency':'weekly','byDay':[{'day':'tu'}]}|WEEKLY",
                "{'frequency':'weekly','byDay':[{'day':'we'}]}|CUSTOM",
                "{'frequency':'monthly','byMonthDay':[24]}|MONTHLY_DAY",
                "{'frequency':'yearly','byMonth':['11'],'byMonthDay':[24]}|YEARLY",
                "{'frequency':'weekly','interval':2,'byDay':[{'day':'tu'}],'firstDayOfWeek':'su'}|TWO_WEEKLY",
                "{'frequency':'weekly','interval':3}|CUSTOM",
                "{'frequency':'hourly'}|CUSTOM",
                "{'frequency':'monthly','skip':'forward'}|CUSTOM",
                "{'frequency':'yearly','rscale':'hebrew'}|CUSTOM",
            })
    void rulesFromElsewhereAreKnownByWhatTheyMean(String json, Kind kind) {
        Rule rule = new Rule(Json.parseObject(json.replace('\'', '"')));
        Repetition repetition = Repetition.of(rule, TUESDAY);

        assertEquals(kind, repetition.kind());
        assertSame(rule, repetition.rule(TUESDAY, rule));
    }

    @Test
    void aCustomRuleCanGetAnotherEnd() {
        Rule rule =
                new Rule(Json.parseObject("{\"frequency\":\"weekly\",\"interval\":3,\"count\":4}"));

        Rule next = new Repetition(Kind.CUSTOM, TUESDAY.plusDays(90), null).rule(TUESDAY, rule);

        assertEquals(
                "FREQ=WEEKLY;INTERVAL=3;UNTIL=20270222T235959",
                String.valueOf(next == null ? null : next.toRrule()));
    }
}
