package muster.server.console;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import muster.kernel.Journal;
import muster.kernel.Malformed;
import muster.kernel.Wire;
import muster.server.console.Desk.DeskProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Both ends of the desk's Unix socket: one request a connection, a line of JSON each way. Whoever may open
/// the socket (mode 0600: the owner of the data directory) is the operator.
public final class Socket {
    private static final System.Logger LOG = System.getLogger(Socket.class.getName());
    private static final String NAME = "console";
    /// The longest path, in bytes, that every platform takes for a Unix socket.
    private static final int LONGEST_PATH = 100;

    private Socket() {}

    /// Answers requests with a desk until closed; each on a virtual thread. The caller holds the lock on the
    /// data directory.
    public static AutoCloseable listen(Path data, Desk desk) throws IOException {
        Path place = data.toAbsolutePath().normalize().resolve(NAME);
        clear(place); // a socket here is a dead server's, because the lock is ours
        Path path = place.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH ? place : elsewhere(place);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        channel.bind(UnixDomainSocketAddress.of(path));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        Thread.ofVirtual().name("console").start(() -> accept(channel, desk));
        return () -> {
            channel.close();
            clear(place);
        };
    }

    /// A place of our own under the system's temporary directory, with a link to it where the socket should
    /// be: whoever may write to the data directory says where it is, nobody else.
    private static Path elsewhere(Path place) throws IOException {
        Path path = Files.createTempDirectory("muster-").resolve(NAME);
        Files.createSymbolicLink(place, path);
        return path;
    }

    private static void clear(Path place) throws IOException {
        if (Files.isSymbolicLink(place)) {
            Path path = Files.readSymbolicLink(place);
            Files.deleteIfExists(path);
            Path folder = path.getParent();
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        }
        Files.deleteIfExists(place);
    }

    private static Path reached(Path data) {
        Path place = data.toAbsolutePath().normalize().resolve(NAME);
        try {
            return Files.isSymbolicLink(place) ? Files.readSymbolicLink(place) : place;
        } catch (IOException e) {
            throw new DeskProblem("The link " + place + " cannot be read.", e);
        }
    }

    private static void accept(ServerSocketChannel channel, Desk desk) {
        while (channel.isOpen()) {
            try {
                SocketChannel peer = channel.accept();
                Thread.ofVirtual().start(() -> serve(peer, desk));
            } catch (IOException closing) {
                return;
            }
        }
    }

    private static void serve(SocketChannel peer, Desk desk) {
        try (peer;
                BufferedReader in = new BufferedReader(Channels.newReader(peer, StandardCharsets.UTF_8));
                BufferedWriter out = new BufferedWriter(Channels.newWriter(peer, StandardCharsets.UTF_8))) {
            String line = in.readLine();
            if (line != null) {
                out.write(answer(desk, line).toString());
                out.newLine();
            }
        } catch (IOException gone) {
            // the operator went away; nothing is left half done, since an answer changes nothing
        }
    }

    private static ObjectNode answer(Desk desk, String line) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        try {
            if (!(Wire.mapper().readTree(line) instanceof ObjectNode request)) {
                throw new DeskProblem("The request is not an object.");
            }
            Desk.Ask ask = Desk.Ask.valueOf(request.path("ask").asString(""));
            request.remove("ask");
            answer.set("answer", desk.ask(ask, request));
        } catch (DeskProblem
                | Malformed
                | JacksonException
                | IllegalArgumentException
                | Journal.JournalUnavailable problem) {
            answer.put("problem", String.valueOf(problem.getMessage()));
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "at the operator's desk", fault);
            answer.put("problem", "A fault of ours: " + fault);
        }
        return answer;
    }

    /// Whether a server answers for the data directory.
    public static boolean isAnswered(Path data) {
        Path path = reached(data);
        if (!Files.exists(path)) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return channel.isConnected();
        } catch (IOException dead) {
            return false;
        }
    }

    /// The desk of the server that holds the data directory.
    public static Desk dial(Path data) {
        Path path = reached(data);
        return new Desk() {
            @Override
            public JsonNode ask(Ask ask, ObjectNode request) {
                return Socket.ask(path, request.deepCopy().put("ask", ask.name()));
            }

            @Override
            public void close() {}
        };
    }

    private static JsonNode ask(Path path, ObjectNode request) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
                BufferedReader in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
                BufferedWriter out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
            out.write(request.toString());
            out.newLine();
            out.flush();
            String line = in.readLine();
            if (line == null) {
                throw new DeskProblem("The server at " + path + " hung up.");
            }
            JsonNode answer = Wire.mapper().readTree(line);
            if (answer.has("problem")) {
                throw new DeskProblem(answer.path("problem").asString(""));
            }
            return answer.path("answer");
        } catch (IOException e) {
            throw new DeskProblem("The server that holds the data directory does not answer at " + path + ".", e);
        }
    }
}
