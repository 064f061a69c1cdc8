package app.linden.faults;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** WebSockets by hand: some messages, polite or not, then the end. */
final class SocketStrokes implements EntryStrokes {
    private static final int PATIENCE = 30_000;
    private static final String MARK = "\"requestId\":\"mark\"";

    private final URI address;
    private final String authorization;
    private final Random random;
    private final EntryWords words;
    private final EntryFuzz fuzz;

    SocketStrokes(
            URI address, String authorization, Random random, EntryWords words, EntryFuzz fuzz) {
        this.address = address;
        this.authorization = authorization;
        this.random = random;
        this.words = words;
        this.fuzz = fuzz;
    }

    @Override
    public void one() throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE);
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            StringBuilder sent = new StringBuilder();
            try {
                if (handshake(in, out)) {
                    boolean polite = random.nextInt(3) > 0;
                    for (int i = random.nextInt(1, 12); i > 0; i--) {
                        byte[] frames = polite ? message(sent) : rude(sent);
                        out.write(frames);
                    }
                    out.flush();
                    if (polite) {
                        mark(in, out, sent.toString());
                    } else {
                        socket.setSoTimeout(150);
                        read(in, sent.toString(), false);
                    }
                }
            } catch (SocketTimeoutException e) {
                fuzz.saw("silence");
            } catch (IOException closed) {
                fuzz.saw("cut");
            }
        }
    }

    private boolean handshake(DataInputStream in, OutputStream out) throws IOException {
        boolean odd = random.nextInt(20) == 0;
        String head =
                "GET /jmap/ws HTTP/1.1\r\nHost: a\r\nAuthorization: "
                        + authorization
                        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: "
                        + (odd ? words.one(List.of("13", "12", "x")) : "13")
                        + "\r\nSec-WebSocket-Key: "
                        + (odd ? "%%%" : "dGhlIHNhbXBsZSBub25jZQ==")
                        + "\r\nSec-WebSocket-Protocol: jmap\r\n"
                        + (odd || random.nextInt(4) == 0
                                ? "Sec-WebSocket-Extensions: permessage-deflate; x=\"\r\n"
                                : "")
                        + "\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                fuzz.saw("handshake cut");
                return false;
            }
            answer.append((char) c);
        }
        String status = answer.substring(9, 12);
        fuzz.saw(status);
        if (status.startsWith("5") && !status.equals("503")) {
            fuzz.found("handshake " + status, head);
        }
        return status.equals("101");
    }

    /** A message in right frames. */
    private byte[] message(StringBuilder sent) {
        String text =
                switch (random.nextInt(8)) {
                    case 0 ->
                            "{\"@type\":\"WebSocketPushEnable\",\"dataTypes\":"
                                    + (random.nextBoolean() ? "null" : words.value(2))
                                    + ",\"pushState\":"
                                    + (random.nextBoolean() ? "\"1\"" : words.value(2))
                                    + "}";
                    case 1 -> "{\"@type\":\"WebSocketPushDisable\"}";
                    case 2 -> words.value(0);
                    case 3 -> words.bomb();
                    default ->
                            "{\"@type\":\"Request\",\"id\":"
                                    + (random.nextInt(9) == 0 ? words.value(2) : "\"r\"")
                                    + ","
                                    + words.request()
                                    + "}";
                };
        sent.append(text, 0, Math.min(text.length(), 2_000)).append('\n');
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        int parts = random.nextInt(4) == 0 ? random.nextInt(1, 6) : 1;
        for (int i = 0; i < parts; i++) {
            int from = bytes.length * i / parts;
            int to = bytes.length * (i + 1) / parts;
            frames.writeBytes(
                    frame(
                            (i == parts - 1 ? 0x80 : 0) | (i == 0 ? 1 : 0),
                            Arrays.copyOfRange(bytes, from, to)));
            if (random.nextInt(10) == 0) {
                frames.writeBytes(frame(0x89, new byte[random.nextInt(126)]));
            }
        }
        return frames.toByteArray();
    }

    /** A frame as a client masks it. */
    private byte[] frame(int first, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length < 65_536) {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        byte[] mask = new byte[4];
        random.nextBytes(mask);
        frame.writeBytes(mask);
        byte[] masked = payload.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] ^= mask[i % 4];
        }
        frame.writeBytes(masked);
        return frame.toByteArray();
    }

    /** Bytes that no client would send. */
    private byte[] rude(StringBuilder sent) {
        byte[] some = new byte[random.nextInt(300)];
        random.nextBytes(some);
        sent.append("rude\n");
        return switch (random.nextInt(9)) {
            case 0 -> some;
            case 1 -> frame(random.nextInt(256), some);
            case 2 -> new byte[] {(byte) 0x81, (byte) 0xff, 127, -1, -1, -1, -1, -1, -1, -1, 0, 0};
            case 3 -> frame(0x81, some);
            case 4 -> frame(0x82, some);
            case 5 -> frame(0x88, new byte[] {(byte) random.nextInt(20), (byte) random.nextInt()});
            case 6 -> words.mutated(message(sent));
            case 7 -> {
                byte[] whole = message(sent);
                yield Arrays.copyOf(whole, random.nextInt(whole.length));
            }
            default -> frame(0x80 | 10, new byte[random.nextInt(200)]);
        };
    }

    /** Whoever was polite is answered, or told why not by a close. */
    private void mark(DataInputStream in, OutputStream out, String sent) throws IOException {
        String request = "{\"@type\":\"Request\",\"id\":\"mark\",\"using\":[],\"methodCalls\":[]}";
        out.write(frame(0x81, request.getBytes(StandardCharsets.UTF_8)));
        out.flush();
        try {
            read(in, sent, true);
        } catch (SocketTimeoutException e) {
            fuzz.found("no answer", sent);
        }
    }

    private void read(DataInputStream in, String sent, boolean polite) throws IOException {
        while (true) {
            int first = in.readUnsignedByte();
            long length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            byte[] payload = in.readNBytes((int) length);
            int opcode = first & 15;
            if (opcode == 8) {
                int code = payload.length < 2 ? 1005 : (payload[0] & 255) << 8 | payload[1] & 255;
                fuzz.saw("close " + code);
                if (code == 1011) {
                    fuzz.found("close 1011", sent);
                }
                return;
            }
            if (opcode == 1) {
                String text = new String(payload, StandardCharsets.UTF_8);
                fuzz.saw("message");
                fuzz.judge(text, sent, words);
                if (polite && text.contains(MARK)) {
                    return;
                }
            }
        }
    }
}
