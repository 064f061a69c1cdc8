package app.linden.server;

import app.linden.base.Problem;
import app.linden.db.Sql;
import app.linden.ical.CalendarFile;
import app.linden.model.Event;
import app.linden.model.Json;
import app.linden.wire.MethodProblem;
import app.linden.wire.SetError;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Uploads, downloads and what is done with them: Blob/copy (RFC 8620, 6) and CalendarEvent/parse
 * (jmap-calendars 5.13). Runs on the thread of the request.
 */
final class Blobs {
    static final String UPLOAD = "/jmap/upload/";
    static final String DOWNLOAD = "/jmap/download/";

    /** What one person may have uploaded that nothing names, in octets. */
    static final long QUOTA = 100_000_000;

    /** What is kept of one person's uploads in all, in octets. */
    static final long KEPT_QUOTA = 2_000_000_000;

    private static final int MOST_EVENTS = 10_000;
    private static final Pattern TARGET = Pattern.compile("([^/]+)/([^/]+)/([^/]*)");
    private static final Pattern TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,60}/[A-Za-z0-9!#$&^_.+-]{1,60}");

    private static final Duration PRUNED_EVERY = Duration.ofHours(1);

    private final Turns turns = Turns.ofUploads();
    private final ServerData data;
    private final Commits commits;
    private final AtomicLong prunedAt = new AtomicLong();

    Blobs(ServerData data, Commits commits) {
        this.data = data;
        this.commits = commits;
    }

    /** Takes an upload; its address ends with the account and a slash. */
    void upload(Principal principal, Http http) {
        http.created(turns.take(principal.id(), () -> uploaded(principal, http)));
    }

    private ObjectNode uploaded(Principal principal, Http http) {
        String accountId = http.path().substring(UPLOAD.length()).replaceFirst("/$", "");
        byte[] bytes = http.body(Limits.CORE.maxSizeUpload(), "maxSizeUpload");
        String given = http.request().getHeaders().get(HttpHeader.CONTENT_TYPE);
        String type = given == null || given.length() > 200 ? "application/octet-stream" : given;
        BlobRows.Blob blob =
                commits.run(desk -> {
                    find(desk, principal, accountId);
                    long now = desk.now.getEpochSecond();
                    prune(desk.sql, now);
                    BlobRows.makeRoom(desk.sql, principal.id(), QUOTA - bytes.length);
                    if (isTooMuch(desk, principal, bytes.length)) {
                        throw Refused.own(
                                507, "overQuota", "There are too many files of yours here.");
                    }
                    var made =
                            new BlobRows.Blob(
                                    desk.ids.next(), accountId, principal.id(), type, bytes.length);
                    BlobRows.insert(desk.sql, made, bytes, now);
                    return made;
                });
        return Json.object()
                .put("accountId", accountId)
                .put("blobId", blob.id())
                .put("type", type)
                .put("size", blob.size());
    }

    /** Goes through all that is attached, so not with each upload. */
    private void prune(Sql sql, long now) {
        if (now - prunedAt.get() >= PRUNED_EVERY.toSeconds()) {
            prunedAt.set(now);
            BlobRows.prune(sql, now);
        }
    }

    private static boolean isTooMuch(Desk desk, Principal principal, long more) {
        return BlobRows.sizeOf(desk.sql, principal.id()) + more > KEPT_QUOTA;
    }

    private static void find(Desk desk, Principal principal, String accountId) {
        try {
            Access.of(desk.sql, principal, accountId);
        } catch (MethodProblem e) {
            throw Refused.own(404, "accountNotFound", "There is no such account.");
        }
    }

    /** Gives an upload back, always as a file to save and never as a page to show. */
    void download(Principal principal, Http http) {
        Matcher target = TARGET.matcher(http.path().substring(DOWNLOAD.length()));
        Optional<byte[]> bytes =
                !target.matches()
                        ? Optional.empty()
                        : data.database()
                                .read(sql ->
                                        find(sql, principal, target.group(1), target.group(2))
                                                .map(b -> BlobRows.bytes(sql, b.id())));
        if (bytes.isEmpty()) {
            http.status(404, "There is nothing at this address.");
            return;
        }
        String asked = Request.extractQueryParameters(http.request()).getValue("type");
        String type =
                asked != null && TYPE.matcher(asked).matches() ? asked : "application/octet-stream";
        String name =
                URLEncoder.encode(
                                URLDecoder.decode(
                                        target.group(3).replace("+", "%2B"),
                                        StandardCharsets.UTF_8),
                                StandardCharsets.UTF_8)
                        .replace("+", "%20");
        var headers = http.response().getHeaders();
        headers.put(HttpHeader.CONTENT_TYPE, type);
        headers.put(HttpHeader.CONTENT_LENGTH, bytes.get().length);
        headers.put(HttpHeader.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name);
        headers.put(HttpHeader.CACHE_CONTROL, "private, immutable, max-age=31536000");
        headers.put("Content-Security-Policy", "default-src 'none'; sandbox");
        headers.put("X-Content-Type-Options", "nosniff");
        http.response().setStatus(200);
        http.response().write(true, ByteBuffer.wrap(bytes.get()), http.callback());
    }

    /** Blob/copy. */
    ObjectNode copy(Call call) {
        String from = call.arguments().need("fromAccountId");
        String to = call.arguments().accountId();
        List<String> ids = call.arguments().texts("blobIds");
        List<String> wanted = ids == null ? List.of() : ids;
        Limits.checkSet(wanted.size());
        return commits.run(desk -> {
            EventCopy.checkFrom(desk.sql, call.principal(), from);
            Access.of(desk.sql, call.principal(), to);
            ObjectNode answer = Json.object().put("fromAccountId", from).put("accountId", to);
            ObjectNode copied = answer.putObject("copied");
            ObjectNode notCopied = answer.putObject("notCopied");
            for (String id : wanted) {
                var found = find(desk.sql, call.principal(), from, id);
                if (found.isEmpty()) {
                    notCopied.set(id, SetCall.notFound().toJson());
                    continue;
                }
                BlobRows.Blob old = found.get();
                BlobRows.makeRoom(desk.sql, call.principal().id(), QUOTA - old.size());
                if (BlobRows.find(desk.sql, id).isEmpty()
                        || isTooMuch(desk, call.principal(), old.size())) {
                    // It may have been the oldest itself.
                    notCopied.set(id, new SetError("overQuota", "There is no room.").toJson());
                    continue;
                }
                var fresh =
                        new BlobRows.Blob(
                                desk.ids.next(), to, call.principal().id(), old.type(), old.size());
                BlobRows.copy(desk.sql, id, fresh, desk.now.getEpochSecond());
                copied.put(id, fresh.id());
            }
            return answer;
        });
    }

    /** CalendarEvent/parse. */
    ObjectNode parse(Call call) {
        String accountId = call.arguments().accountId();
        List<String> ids = call.arguments().texts("blobIds");
        if (ids == null) {
            throw Arguments.invalid("The argument blobIds is missing.");
        }
        Limits.checkGet(ids.size());
        List<String> properties = call.arguments().texts("properties");
        data.database().read(sql -> Access.of(sql, call.principal(), accountId));
        ObjectNode parsed = Json.object();
        ArrayNode notFound = Json.array();
        ArrayNode notParsable = Json.array();
        for (String id : ids) {
            Optional<byte[]> bytes =
                    data.database()
                            .read(sql ->
                                    find(sql, call.principal(), accountId, id)
                                            .map(b -> BlobRows.bytes(sql, b.id())));
            if (bytes.isEmpty()) {
                notFound.add(id);
                continue;
            }
            List<Event> events = events(bytes.get());
            if (events.isEmpty()) {
                notParsable.add(id);
                continue;
            }
            ArrayNode list = parsed.putArray(id);
            events.forEach(e -> list.add(shown(e, properties)));
        }
        ObjectNode answer = Json.object().put("accountId", accountId);
        answer.set("parsed", parsed.isEmpty() ? Json.nil() : parsed);
        answer.set("notFound", notFound.isEmpty() ? Json.nil() : notFound);
        answer.set("notParsable", notParsable.isEmpty() ? Json.nil() : notParsable);
        return answer;
    }

    private Optional<BlobRows.Blob> find(
            Sql sql, Principal principal, String accountId, String id) {
        long now = data.clock().instant().getEpochSecond();
        return Attachments.find(sql, principal, accountId, id, now);
    }

    private static List<Event> events(byte[] bytes) {
        try {
            List<Event> events = CalendarFile.read(new ByteArrayInputStream(bytes)).events();
            return events.size() > MOST_EVENTS ? List.of() : events;
        } catch (Problem notACalendar) {
            return List.of();
        }
    }

    private static ObjectNode shown(Event event, @Nullable List<String> properties) {
        if (properties == null) {
            return event.json();
        }
        ObjectNode some = Json.object();
        for (String name : properties) {
            // What only a stored event has is null, as the draft wants it.
            some.set(name, event.json().has(name) ? event.json().path(name) : Json.nil());
        }
        return some;
    }
}
