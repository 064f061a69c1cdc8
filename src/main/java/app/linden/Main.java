package app.linden;

import app.linden.cli.Cli;
import app.linden.cli.Device;
import app.linden.cli.TryOut;
import app.linden.cli.Windows;

/**
 * Where Linden starts: hands the words of the command line on, and opens windows when they ask for
 * one.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Cli.run(args, new NoWindows()));
    }

    /** A build without a window says so. */
    private static final class NoWindows implements Windows {
        private static final int CANNOT_START = 69; // EX_UNAVAILABLE

        @Override
        public int open(Device device) {
            System.err.println("linden: This build has no window; see linden --help.");
            return CANNOT_START;
        }

        @Override
        public int tryOut(TryOut tryOut) {
            System.err.println("linden: This build has no window; see linden --help.");
            return CANNOT_START;
        }
    }
}
