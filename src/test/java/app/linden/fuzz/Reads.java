package app.linden.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;

/** Calls every view of a part, those that will be added later too. */
final class Reads {
    private Reads() {}

    /** Every public method without parameters that a record declares. */
    static void all(Record view) {
        for (Method method : view.getClass().getDeclaredMethods()) {
            if (method.getParameterCount() == 0
                    && Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())) {
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
}
