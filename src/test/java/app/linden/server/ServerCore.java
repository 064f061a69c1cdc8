package app.linden.server;

import app.linden.base.Ids;
import app.linden.db.Sql;
import app.linden.model.Json;
import app.linden.remote.RemoteOverBytes.Bytes;
import app.linden.wire.Request;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The real server without sockets: bytes in, bytes out, on the calling thread. */
public final class ServerCore implements AutoCloseable {
    /** Somebody is to hear that types of an account have new states. */
    public record Hint(String principalId, String accountId, Map<String, String> states) {}

    private final ServerData data;
    private final Commits commits;
    private final Api api;

    /** Hints that nobody took yet. */
    public final List<Hint> hints = new ArrayList<>();

    public ServerCore(Path folder, InstantSource clock, RandomGenerator random) {
        ServerData opened = ServerData.open(folder, clock);
        data = new ServerData(opened.database(), clock, new Ids(clock, random));
        commits =
                new Commits(
                        data,
                        news ->
                                news.forEach(one -> {
                                    if (one instanceof Notice n) {
                                        hints.add(
                                                new Hint(
                                                        n.principalId(),
                                                        n.accountId(),
                                                        new HashMap<>(n.states())));
                                    }
                                }));
        api = new Api(data, new MethodTable(data, commits), new Meters());
    }

    /** A new person with one calendar; no password, since the world signs nobody in. */
    public String add(String name) {
        return commits.run(desk -> {
            String id = data.ids().next();
            desk.sql.update(
                    "INSERT INTO principal (id, login, login_key, address, name, password, session)"
                            + " VALUES (?, ?, ?, ?, ?, '', 1)",
                    id,
                    name,
                    Principal.keyOf(name),
                    Principal.addressOf(id, name),
                    name);
            AccountRows.insert(desk, id, name, id);
            States.next(desk, AccountRows.DIRECTORY, Types.PRINCIPAL);
            CalendarRows.insert(
                    desk,
                    new CalendarRows.Stored(
                            data.ids().next(), id, true, Json.object().put("name", "Calendar")));
            return id;
        });
    }

    /** Answers a request as the HTTP front does; null asks for the session. */
    public Bytes answer(String principalId, byte @Nullable [] body) {
        Principal principal =
                data.database().read(sql -> Principal.find(sql, principalId)).orElseThrow();
        try {
            return bytes(
                    200,
                    body == null
                            ? data.database()
                                    .read(sql -> Sessions.of(sql, principal, "http://sim").toJson())
                            : call(principal, body));
        } catch (Refused e) {
            return bytes(e.problem().status(), e.problem().toJson());
        }
    }

    private JsonNode call(Principal principal, byte[] body) {
        Request read = RequestText.request(RequestText.parse(RequestText.decode(body)));
        return api.handle(principal, "http://sim", read).toJson();
    }

    private static Bytes bytes(int status, JsonNode json) {
        return new Bytes(
                status, "application/json", Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    /** From no earlier state can changes be told any more. */
    public void forgetChanges() {
        write(sql -> {
            sql.update("UPDATE state SET oldest = seq");
            sql.update("DELETE FROM change_log");
        });
    }

    /** The newest state of a type in an account. */
    public String state(String accountId, String type) {
        return data.database().read(sql -> States.text(sql, accountId, type));
    }

    /** Every text that the server keeps of events. */
    public List<String> texts() {
        return data.database()
                .read(sql ->
                        sql.list(
                                "SELECT json || uid FROM event UNION ALL SELECT json FROM"
                                        + " event_personal UNION ALL SELECT json FROM calendar",
                                r -> r.text(1)));
    }

    /** The documents of all events. */
    public List<String> events() {
        return data.database()
                .read(sql -> sql.list("SELECT json FROM event ORDER BY id", r -> r.text(1)));
    }

    public void write(Consumer<Sql> work) {
        data.database()
                .write(sql -> {
                    work.accept(sql);
                    return true;
                })
                .join();
    }

    @Override
    public void close() {
        data.close();
    }
}
