package muster.server.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import muster.server.console.Desk.DeskProblem;

/// One visitor who looks at every kind of page and does nothing: enough for the JVM to learn what a start
/// needs. Speaks HTTP by hand, so that no client is learnt with it.
final class Visit {
    private static final List<String> PLACES = List.of(
            "/health/ready", "/", "/assets/muster.css", "/openapi.json", "/api/keys", "/api/crises", "/metrics");

    /// Milliseconds.
    private static final int PATIENCE = 10_000;

    private Visit() {}

    static void everything(int port) {
        PLACES.forEach(place -> at(port, place, ""));
    }

    /// @param headers whole lines, each with its end
    static void at(int port, String place, String headers) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            String request = "GET " + place + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() < 0) {
                throw new IOException("it hung up at " + place);
            }
        } catch (IOException e) {
            throw new DeskProblem("The server does not answer: " + e.getMessage(), e);
        }
    }
}
