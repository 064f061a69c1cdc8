package app.linden.base;

/**
 * A virtual thread with a name for work that mostly waits: on a socket, on a signal. Whoever starts
 * it gives it its own way of ending; nothing here interrupts.
 */
public final class Loop {
    private Loop() {}

    public static void start(String name, Runnable body) {
        Thread.ofVirtual().name(name).start(body);
    }
}
