package app.linden;

import java.util.stream.Stream;

/** Where {@code linden-server} of the bundles starts: it is {@code linden server}. */
public final class ServerMain {
    private ServerMain() {}

    public static void main(String[] args) {
        Main.main(Stream.concat(Stream.of("server"), Stream.of(args)).toArray(String[]::new));
    }
}
