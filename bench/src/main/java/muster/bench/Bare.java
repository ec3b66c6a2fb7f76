package muster.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// A preallocated file that is appended to and flushed, and nothing else: the best that the machine can do,
/// and what everything durable is held against.
final class Bare implements AutoCloseable {
    private static final int SIZE = 64 * 1024 * 1024;

    private final FileChannel file;

    Bare(Path directory) throws IOException {
        file = FileChannel.open(directory.resolve("bare"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        ByteBuffer zeros = ByteBuffer.allocateDirect(1024 * 1024);
        for (int i = 0; i < SIZE / zeros.capacity(); i++) {
            file.write(zeros.clear());
        }
        file.force(true);
        file.position(0);
    }

    /// Entries a second that can be made durable.
    ///
    /// @param batch entries for each flush
    /// @param bytes of an entry
    double perSecond(int batch, int bytes, Duration lasting) throws IOException {
        ByteBuffer block = ByteBuffer.allocateDirect(Math.max(1, batch * bytes));
        long began = System.nanoTime();
        long end = began + lasting.toNanos();
        long flushes = 0;
        while (System.nanoTime() < end) {
            append(block);
            flushes++;
        }
        return flushes * batch / ((System.nanoTime() - began) / 1e9);
    }

    private void append(ByteBuffer block) throws IOException {
        if (file.position() + block.capacity() > SIZE) {
            file.position(0);
        }
        block.clear();
        while (block.hasRemaining()) {
            file.write(block);
        }
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
