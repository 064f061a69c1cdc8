package app.linden.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** {@code --database}: where a server's data is, when it is not in its folder. */
final class WhichDatabase {
    @Option(
            names = "--database",
            paramLabel = "JDBC",
            defaultValue = "${env:LINDEN_DATABASE}",
            description =
                    "A PostgreSQL database, jdbc:postgresql://host/db?user=linden, instead of a"
                            + " file in DIR; also by LINDEN_DATABASE in the environment.")
    private @Nullable String address;

    /** Null for the file in the folder. */
    @Nullable String address() {
        return address == null || address.isBlank() ? null : address;
    }
}
