package app.linden.server;

import app.linden.db.PostgresForTests;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** While tests of a class run with this, every {@link TestServer} stands on PostgreSQL. */
final class OnPostgres implements BeforeAllCallback, AfterAllCallback {
    private static volatile boolean on;

    /** A server that starts again in a folder finds its database again. */
    private static final Map<Path, String> DATABASES = new ConcurrentHashMap<>();

    /** The same options with a database of that folder's own, where tests run on PostgreSQL. */
    static LindenServer.Options applied(LindenServer.Options options) {
        return on
                ? with(
                        options,
                        DATABASES.computeIfAbsent(
                                options.data(), folder -> PostgresForTests.database()))
                : options;
    }

    /** All that a server with this folder keeps, as text. */
    static String content(Path folder) {
        String database = DATABASES.get(folder);
        try {
            return database != null
                    ? PostgresForTests.content(database)
                    : Files.readString(folder.resolve("server.mv.db"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LindenServer.Options with(LindenServer.Options options, @Nullable String database) {
        return new LindenServer.Options(
                options.data(),
                options.host(),
                options.port(),
                options.tlsCertificate(),
                options.tlsKey(),
                options.registration(),
                options.publicAddress(),
                database,
                options.mail());
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        PostgresForTests.assumeThere();
        on = true;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        on = false;
    }
}
