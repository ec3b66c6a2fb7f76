package muster.server.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import muster.kernel.Id;
import muster.server.door.Caller;
import muster.server.door.Counts;
import org.jspecify.annotations.Nullable;

/// One reader of a feed: a bounded queue, emptied by the reader's own thread. Whoever offers never waits; a
/// reader whose queue is full is dropped, and resumes with the last id it got.
final class Subscriber {
    private static final int AT_ONCE = 64;
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(400);

    private final Caller caller;
    private final BlockingQueue<Frame> queue;
    private @Nullable Thread writing;
    private boolean gone;

    Subscriber(Caller caller, int most) {
        this.caller = caller;
        this.queue = new LinkedBlockingQueue<>(most);
    }

    Caller caller() {
        return caller;
    }

    Id person() {
        return caller.actor().person();
    }

    /// False if the reader is too slow: then it is dropped.
    boolean offer(Frame frame) {
        if (queue.offer(frame)) {
            return true;
        }
        end(Frame.reconnect());
        return false;
    }

    /// Forgets what the reader has not been sent yet; everything follows anew.
    void startOver() {
        queue.clear();
    }

    /// The reader gets this as the last thing: what waited before it is forgotten. A reader that does not
    /// take even that is cut off after a moment.
    synchronized void end(Frame last) {
        queue.clear();
        queue.add(last);
        if (writing != null) {
            Thread.startVirtualThread(this::cut);
        }
    }

    private synchronized void cut() {
        long deadline = System.nanoTime() + PATIENCE;
        try {
            for (long left = PATIENCE; left > 0 && !gone; left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (writing != null) {
            // interrupting a virtual thread in a socket closes the socket
            writing.interrupt();
        }
    }

    /// Writes what comes until the feed ends; on the reader's own thread.
    ///
    /// @param sent told the last entry that went out
    void pump(OutputStream out, Duration heartbeat, Counts counts, LongConsumer sent)
            throws IOException, InterruptedException {
        try {
            untilTheLast(out, heartbeat, counts, sent);
        } finally {
            synchronized (this) {
                gone = true;
                notifyAll();
            }
        }
    }

    private void untilTheLast(OutputStream out, Duration heartbeat, Counts counts, LongConsumer sent)
            throws IOException, InterruptedException {
        long patience = 1_000 + ThreadLocalRandom.current().nextLong(2_000);
        write(out, ("retry: " + patience + "\n\n").getBytes(StandardCharsets.UTF_8));
        while (true) {
            Frame next = queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                write(out, Frame.HEARTBEAT);
                continue;
            }
            Text text = new Text();
            long seq = -1;
            int count = 0;
            boolean last = false;
            while (next != null) {
                text.put(next.bytes());
                seq = Math.max(seq, next.seq());
                count++;
                last = next.last();
                next = last || count == AT_ONCE ? null : queue.poll();
            }
            write(out, text.bytes());
            counts.framesSent(count);
            sent.accept(seq);
            if (last) {
                return;
            }
        }
    }

    private void write(OutputStream out, byte[] bytes) throws IOException {
        synchronized (this) {
            writing = Thread.currentThread();
        }
        try {
            out.write(bytes);
            out.flush();
        } finally {
            synchronized (this) {
                writing = null;
            }
        }
    }
}
