package app.linden.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What every word of the command line has. */
@Command(synopsisHeading = "Use: ", optionListHeading = "%n", parameterListHeading = "%n")
class Word {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;
}
