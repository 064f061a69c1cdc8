package app.linden.base;

/**
 * What is done when the process is told to end (SIGTERM, Ctrl-C) or ends by itself; on a thread of
 * its own, and the process waits for it.
 */
public final class AtEnd {
    private AtEnd() {}

    public static void run(String name, Runnable work) {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("end-" + name).unstarted(work));
    }
}
