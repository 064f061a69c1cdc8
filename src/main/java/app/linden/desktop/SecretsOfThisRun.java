package app.linden.desktop;

import app.linden.calendar.port.Secrets;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets in memory alone: gone when the program ends. Thread-safe. */
public final class SecretsOfThisRun implements Secrets {
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    Map<String, String> all() {
        return Map.copyOf(secrets);
    }

    @Override
    public Optional<String> find(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void keep(String name, String secret) {
        secrets.put(name, secret);
    }

    @Override
    public void forget(String name) {
        secrets.remove(name);
    }

    @Override
    public boolean lasting() {
        return false;
    }
}
