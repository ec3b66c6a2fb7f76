package muster.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// A kept connection that asks one thing after the other: as little client as possible, so that the server is
/// measured and not this. One thread.
final class Connection implements AutoCloseable {
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    /// What has come and is not taken yet: `from..to-1`.
    private byte[] buffer = new byte[8192];
    private int from;
    private int to;

    /// What came back.
    record Reply(int status, String body) {}

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    static String get(String path, String token) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    }

    Reply ask(String path, String token) throws IOException {
        return send(get(path, token));
    }

    Reply command(String crisis, String name, String token, String key, String command) throws IOException {
        String body = "{\"command\":" + command + "}";
        return send("POST /api/crises/" + crisis + "/commands/" + name
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token + "\r\nIdempotency-Key: " + key
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private Reply send(String request) throws IOException {
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        if (length < 0) {
            throw new IOException("an answer without a length");
        }
        while (to - from < length) {
            more();
        }
        from += length;
        return new Reply(status, new String(buffer, from - length, length, StandardCharsets.UTF_8));
    }

    /// The next line, without its end.
    private String line() throws IOException {
        for (int end = from; ; end++) {
            if (end == to) {
                int taken = end - from;
                more();
                end = from + taken;
            }
            if (buffer[end] == '\n') {
                int length = end - from - (end > from && buffer[end - 1] == '\r' ? 1 : 0);
                String line = new String(buffer, from, length, StandardCharsets.ISO_8859_1);
                from = end + 1;
                return line;
            }
        }
    }

    /// Waits for more, behind what is not taken yet.
    private void more() throws IOException {
        if (to == buffer.length) {
            byte[] room = from > 0 ? buffer : new byte[2 * buffer.length];
            System.arraycopy(buffer, from, room, 0, to - from);
            buffer = room;
            to -= from;
            from = 0;
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw new IOException("the connection was closed");
        }
        to += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
