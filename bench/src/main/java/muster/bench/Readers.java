package muster.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;

/// The readers of `feeds`, in a process of their own with descriptors of their own: one thread that reads
/// what comes and looks for marks. Talks over standard input and output.
@Command(name = "readers", hidden = true, description = "The readers of feeds.", mixinStandardHelpOptions = true)
final class Readers implements Callable<Integer> {
    private static final byte[] MARK = "mark-".getBytes(StandardCharsets.US_ASCII);
    private static final int OVERLAP = 64;

    private final ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
    private final List<SocketChannel> slow = new ArrayList<>();
    private final AtomicBoolean ending = new AtomicBoolean();
    private long[] micros = new long[4096];
    private int deliveries;
    private int current = -1;
    private int arrived;
    private int begun;
    private int lost;

    /// One feed.
    private static final class Reader {
        private byte[] rest = new byte[0];
        private boolean begun;
        private int last = -1;
    }

    static void describe(Writer to, int port, int readers, int slow, List<String> tokens) throws IOException {
        to.write(port + " " + readers + " " + slow + " " + String.join(" ", tokens) + "\n");
        to.flush();
    }

    @Override
    public Integer call() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String[] words = String.valueOf(in.readLine()).split(" ", -1);
        int port = Integer.parseInt(words[0]);
        int readers = Integer.parseInt(words[1]);
        List<String> tokens = Arrays.asList(words).subList(3, words.length);
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < readers; i++) {
                SocketChannel channel = open(port, Site.crisis(0).text(), tokens.get(i % tokens.size()));
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ, new Reader());
                if (i % 100 == 99) {
                    selector.selectNow(key -> read(key, readers));
                }
            }
            for (int i = 0; i < Integer.parseInt(words[2]); i++) {
                slow.add(open(port, Site.crisis(1).text(), tokens.get(i % tokens.size())));
            }
            Thread.ofPlatform().daemon(true).start(() -> await(in, selector));
            while (!ending.get()) {
                selector.select(key -> read(key, readers), 1000);
            }
        }
        System.out.println("lost " + lost);
        return 0;
    }

    private void await(BufferedReader in, Selector selector) {
        try {
            in.readLine();
        } catch (IOException gone) {
            // whoever wanted to know has gone
        }
        ending.set(true);
        selector.wakeup();
    }

    private static SocketChannel open(int port, String crisis, String token) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 16 * 1024);
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        ByteBuffer request = StandardCharsets.US_ASCII.encode(Connection.get("/api/crises/" + crisis + "/feed", token));
        while (request.hasRemaining()) {
            channel.write(request);
        }
        return channel;
    }

    private void read(SelectionKey key, int readers) {
        SocketChannel channel = (SocketChannel) key.channel();
        Reader reader = (Reader) key.attachment();
        try {
            buffer.clear().put(reader.rest);
            int read = channel.read(buffer);
            if (read < 0) {
                throw new IOException("closed");
            }
            look(reader, buffer.array(), buffer.position(), readers);
            reader.rest =
                    Arrays.copyOfRange(buffer.array(), Math.max(0, buffer.position() - OVERLAP), buffer.position());
        } catch (IOException broken) {
            lost++;
            key.cancel();
        }
    }

    private void look(Reader reader, byte[] bytes, int length, int readers) {
        if (!reader.begun) {
            reader.begun = true;
            begun++;
            if (begun == readers) {
                System.out.println("ready " + begun);
            }
        }
        for (int at = find(bytes, 0, length); at >= 0; at = find(bytes, at + MARK.length, length)) {
            int dash = indexOf(bytes, at + MARK.length, length);
            int end = dash < 0 ? -1 : indexOf(bytes, dash + 1, length);
            if (end < 0) {
                return;
            }
            int mark = (int) number(bytes, at + MARK.length, dash);
            if (mark > reader.last) {
                reader.last = mark;
                delivered(mark, number(bytes, dash + 1, end), readers);
            }
        }
    }

    private void delivered(int mark, long sent, int readers) {
        if (mark != current) {
            current = mark;
            arrived = 0;
        }
        if (deliveries == micros.length) {
            micros = Arrays.copyOf(micros, 2 * deliveries);
        }
        long took = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) - sent;
        micros[deliveries++] = took;
        arrived++;
        if (arrived == readers - lost) {
            Spread all = Spread.of(Arrays.copyOf(micros, deliveries));
            // a Spread divides by a million: these are microseconds
            System.out.println(
                    "mark " + mark + " " + took + " " + 1e6 * all.millis(0.5) + " " + 1e6 * all.millis(0.99));
        }
    }

    private static int find(byte[] bytes, int from, int length) {
        for (int i = from; i <= length - MARK.length; i++) {
            if (bytes[i] == 'm' && Arrays.equals(bytes, i, i + MARK.length, MARK, 0, MARK.length)) {
                return i;
            }
        }
        return -1;
    }

    private static int indexOf(byte[] bytes, int from, int length) {
        for (int i = from; i < length; i++) {
            if (bytes[i] == '-') {
                return i;
            }
        }
        return -1;
    }

    private static long number(byte[] bytes, int from, int to) {
        return Long.parseLong(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }
}
