package app.linden.server;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A condition of SQL with the values of its parameters. */
record Condition(String sql, List<Object> parameters) {
    static final Condition TRUE = new Condition("TRUE", List.of());
    static final Condition FALSE = new Condition("FALSE", List.of());

    static Condition of(String sql, Object... parameters) {
        return new Condition(sql, List.of(parameters));
    }

    static Condition all(List<Condition> conditions) {
        return joined(conditions, " AND ", TRUE);
    }

    static Condition any(List<Condition> conditions) {
        return joined(conditions, " OR ", FALSE);
    }

    Condition and(Condition other) {
        return all(List.of(this, other));
    }

    Condition not() {
        return new Condition("NOT " + sql, parameters);
    }

    private static Condition joined(List<Condition> conditions, String by, Condition none) {
        if (conditions.isEmpty()) {
            return none;
        }
        List<Object> parameters = new ArrayList<>();
        conditions.forEach(c -> parameters.addAll(c.parameters));
        return new Condition(
                conditions.stream().map(Condition::sql).collect(Collectors.joining(by, "(", ")")),
                parameters);
    }
}
