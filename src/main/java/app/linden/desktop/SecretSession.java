package app.linden.desktop;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * A session with the Secret Service (freedesktop.org, Secret Service API 0.2), from connection to
 * end. Used by one thread; calls block, on a prompt of the system as long as the person needs.
 */
final class SecretSession implements AutoCloseable {
    /** The person closed the system's question, or nobody could be asked. */
    static final class Dismissed extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final String SERVICE = "org.freedesktop.secrets";
    private static final String ROOT = "/org/freedesktop/secrets";
    private static final String API = "org.freedesktop.Secret.";
    private static final String NOTHING = "/";

    private final Bus bus;
    private final Runnable prompting;
    private final SecretCipher cipher;
    private final String path;

    private SecretSession(Bus bus, Runnable prompting, SecretCipher cipher, String path) {
        this.bus = bus;
        this.prompting = prompting;
        this.cipher = cipher;
        this.path = path;
    }

    /**
     * @param prompting told when the system begins to ask the person something
     */
    static SecretSession open(String address, Runnable prompting) throws IOException {
        Bus bus = Bus.open(address, SERVICE);
        try {
            return begin(bus, prompting);
        } catch (IOException | RuntimeException e) {
            bus.close();
            throw e;
        }
    }

    private static SecretSession begin(Bus bus, Runnable prompting) throws IOException {
        SecretCipher.Offer offer = new SecretCipher.Offer();
        try {
            Object[] answer =
                    openSession(bus, SecretCipher.ALGORITHM, new Variant<>(offer.open(), "ay"));
            SecretCipher agreed = offer.agree(bytes(((Variant<?>) answer[0]).getValue()));
            return new SecretSession(bus, prompting, agreed, answer[1].toString());
        } catch (Bus.Refusal e) {
            // Over the local bus libsecret does the same.
            Object[] answer = openSession(bus, "plain", new Variant<>("", "s"));
            return new SecretSession(bus, prompting, SecretCipher.PLAIN, answer[1].toString());
        } catch (GeneralSecurityException e) {
            throw new IOException("no agreement on a key", e);
        }
    }

    private static Object[] openSession(Bus bus, String algorithm, Variant<?> input)
            throws IOException {
        return bus.call(ROOT, API + "Service", "OpenSession", "sv", algorithm, input);
    }

    SecretCipher cipher() {
        return cipher;
    }

    /** Whether there is a collection to keep secrets in; {@link #keep} would make one else. */
    Optional<String> defaultCollection() throws IOException {
        Object[] answer = bus.call(ROOT, API + "Service", "ReadAlias", "s", "default");
        return Optional.of(answer[0].toString()).filter(p -> !p.equals(NOTHING));
    }

    /** The secret of the first item with these attributes. */
    Optional<String> find(Map<String, String> attributes) throws IOException {
        List<String> found = search(attributes);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Object[] answer =
                bus.call(found.getFirst(), API + "Item", "GetSecret", "o", new DBusPath(path));
        Object[] secret = (Object[]) answer[0];
        try {
            byte[] text = cipher.receive(new SecretCipher.Sent(bytes(secret[1]), bytes(secret[2])));
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IOException("the secret cannot be decrypted", e);
        }
    }

    /** Puts an item into the default collection, in place of the one with the same attributes. */
    void keep(String label, Map<String, String> attributes, String text) throws IOException {
        Optional<String> there = defaultCollection();
        String collection = there.isPresent() ? there.get() : makeCollection();
        unlock(List.of(collection));
        try {
            SecretCipher.Sent sent = cipher.send(text.getBytes(StandardCharsets.UTF_8));
            Object[] answer =
                    bus.call(
                            collection,
                            API + "Collection",
                            "CreateItem",
                            "a{sv}(oayays)b",
                            Map.of(
                                    API + "Item.Label",
                                    new Variant<>(label, "s"),
                                    API + "Item.Attributes",
                                    new Variant<>(attributes, "a{ss}")),
                            new Object[] {
                                new DBusPath(path),
                                sent.vector(),
                                sent.content(),
                                "text/plain; charset=utf8"
                            },
                            true);
            answered(answer[1].toString());
        } catch (GeneralSecurityException e) {
            throw new IOException("the secret cannot be encrypted", e);
        }
    }

    private String makeCollection() throws IOException {
        Object[] answer =
                bus.call(
                        ROOT,
                        API + "Service",
                        "CreateCollection",
                        "a{sv}s",
                        Map.of(API + "Collection.Label", new Variant<>("Default keyring", "s")),
                        "default");
        String made = answer[0].toString();
        return made.equals(NOTHING)
                ? ((Variant<?>) answered(answer[1].toString())).getValue().toString()
                : made;
    }

    /** Removes every item with these attributes. */
    void forget(Map<String, String> attributes) throws IOException {
        for (String item : search(attributes)) {
            answered(bus.call(item, API + "Item", "Delete", "")[0].toString());
        }
    }

    /** Items with these attributes, unlocked. */
    private List<String> search(Map<String, String> attributes) throws IOException {
        Object[] answer = bus.call(ROOT, API + "Service", "SearchItems", "a{ss}", attributes);
        List<String> unlocked = paths(answer[0]);
        if (unlocked.isEmpty() && !paths(answer[1]).isEmpty()) {
            unlock(paths(answer[1]));
            return paths(answer[1]);
        }
        return unlocked;
    }

    private void unlock(List<String> paths) throws IOException {
        Object[] answer =
                bus.call(
                        ROOT,
                        API + "Service",
                        "Unlock",
                        "ao",
                        paths.stream().map(p -> new DBusPath(p)).toList());
        answered(answer[1].toString());
    }

    /** Lets the system ask its question, if there is one, and waits for the person's answer. */
    private Object answered(String prompt) throws IOException {
        if (prompt.equals(NOTHING)) {
            return NOTHING;
        }
        prompting.run();
        var completed = bus.next(prompt, API + "Prompt", "Completed");
        bus.call(prompt, API + "Prompt", "Prompt", "s", "");
        try {
            Object[] answer = completed.get();
            if (Boolean.TRUE.equals(answer[0])) {
                throw new Dismissed();
            }
            return answer[1];
        } catch (ExecutionException e) {
            throw new IOException("the question was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static List<String> paths(Object list) {
        List<String> paths = new ArrayList<>();
        if (list instanceof Object[] array) {
            for (Object each : array) {
                paths.add(each.toString());
            }
        } else {
            for (Object each : (List<?>) list) {
                paths.add(each.toString());
            }
        }
        return paths;
    }

    private static byte[] bytes(Object array) throws IOException {
        if (array instanceof byte[] bytes) {
            return bytes;
        }
        if (array instanceof List<?> list) {
            byte[] bytes = new byte[list.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = ((Number) list.get(i)).byteValue();
            }
            return bytes;
        }
        throw new IOException("bytes were expected");
    }

    @Override
    public void close() {
        bus.close();
    }
}
