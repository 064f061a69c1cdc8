package app.linden.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** Calls every view of a part, those that will be added later too. */
final class Reads {
    private static final ClassValue<List<Method>> VIEWS =
            new ClassValue<>() {
                @Override
                protected List<Method> computeValue(Class<?> type) {
                    return Arrays.stream(type.getDeclaredMethods())
                            .filter(m ->
                                    m.getParameterCount() == 0
                                            && Modifier.isPublic(m.getModifiers())
                                            && !Modifier.isStatic(m.getModifiers()))
                            .toList();
                }
            };

    private Reads() {}

    /** Every public method without parameters that a record declares. */
    static void all(Record view) {
        for (Method method : VIEWS.get(view.getClass())) {
            try {
                method.invoke(view);
            } catch (InvocationTargetException e) {
                throw new AssertionError(method + " failed", e.getCause());
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
    }
}
