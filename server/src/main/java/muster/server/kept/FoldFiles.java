package muster.server.kept;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.kernel.Catalogue;
import muster.kernel.Entropy;
import muster.kernel.Fold;
import muster.kernel.FoldReader;
import muster.kernel.FoldWriter;
import muster.kernel.Journal;
import muster.kernel.KeptFolds;
import muster.kernel.Published;
import muster.kernel.Secret;
import muster.kernel.StreamId;
import muster.ledger.Hash;
import muster.ledger.Merkle;

/// Folds in files of their own, `STREAM.SIZE.fold`: a few of each stream, written by a thread of their own and at a
/// clean
/// end. A crash may lose one and never leaves half of one, so nothing is flushed.
public final class FoldFiles implements KeptFolds, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(FoldFiles.class.getName());
    private static final Pattern NAME = Pattern.compile("(organisation|[A-Za-z0-9_-]{21}[AQgw])\\.(\\d{1,18})\\.fold");
    private static final String ASIDE = ".part";
    private static final FileAttribute<?> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /// A fold is worth a file after so many new entries, and after an eighth of what was there: what is written
    /// stays in proportion to what happens.
    private static final long WORTH = 2_000;

    private static final int PART = 8;
    /// At a clean end there is time for a little more.
    private static final long WORTH_AT_THE_END = 500;

    private static final int MOST_OF_A_STREAM = 8;
    /// The journal needs what is left of the disk more.
    private static final long LEAST_SPACE = 256L * 1024 * 1024;

    private static final long PARTING_NANOS = 5_000_000_000L;

    private final Path folder;
    private final Secret secret;
    private final Catalogue catalogue;
    private final Journal journal;
    private final CompletableFuture<String> build;
    private final Map<StreamId, NavigableSet<Long>> sizes = new ConcurrentHashMap<>();
    private final Map<StreamId, Published> latest = new ConcurrentHashMap<>();
    private final Set<StreamId> inHand = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean complained = new AtomicBoolean();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("folds").daemon(true).factory());

    /// @param folder made when it is needed
    /// @param secret kept outside the data directory
    /// @param journal what the folds are folds of
    public FoldFiles(Path folder, Secret secret, Catalogue catalogue, Journal journal) {
        this(folder, secret, catalogue, journal, CompletableFuture.supplyAsync(() -> Build.of(catalogue)));
    }

    FoldFiles(Path folder, Secret secret, Catalogue catalogue, Journal journal, CompletableFuture<String> build) {
        this.folder = folder;
        this.secret = secret;
        this.catalogue = catalogue;
        this.journal = journal;
        this.build = build;
        if (Files.isDirectory(folder)) {
            look();
        }
    }

    private void look() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches()) {
                    of(new StreamId(name.group(1))).add(Long.parseLong(name.group(2)));
                } else if (file.toString().endsWith(ASIDE)) {
                    Files.delete(file);
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            complain("kept folds cannot be looked at", unreadable);
        }
    }

    private NavigableSet<Long> of(StreamId stream) {
        return sizes.computeIfAbsent(stream, fresh -> new ConcurrentSkipListSet<>());
    }

    private Path file(StreamId stream, long size) {
        return folder.resolve(stream + "." + size + ".fold");
    }

    @Override
    public Optional<Fold> nearest(StreamId stream, long size) {
        for (long each : List.copyOf(of(stream).headSet(size, true).descendingSet())) {
            try {
                return Optional.of(read(stream, each));
            } catch (Journal.JournalUnavailable unavailable) {
                return Optional.empty();
            } catch (IOException | RuntimeException unusable) {
                LOG.log(Level.DEBUG, "a kept fold of " + stream + " at " + each + " is not used", unusable);
                drop(stream, each);
            }
        }
        return Optional.empty();
    }

    /// @throws IOException if it is not what it should be, for whatever reason
    private Fold read(StreamId stream, long size) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file(stream, size)))) {
            DataInputStream open = new DataInputStream(in);
            String text = open.readUTF();
            Label label = Label.read(text).orElseThrow(() -> new IOException("it bears no label"));
            if (!label.equals(new Label(build.join(), stream, label.epoch(), size, label.root()))) {
                throw new IOException("it is another fold, or of another build");
            }
            byte[] salt = open.readNBytes(Sealing.SALT);
            // the tree and the states are two long readings: side by side
            CompletableFuture<Boolean> history = CompletableFuture.supplyAsync(() -> isHistory(label));
            Fold fold = FoldReader.read(catalogue, Sealing.from(in, secret, text, salt));
            if (!fold.stream().equals(stream) || fold.size() != size || fold.epoch() != label.epoch()) {
                throw new IOException("it is not what its label says");
            }
            if (!history.get()) {
                throw new IOException("the journal holds another history");
            }
            return fold;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException("there is no time for it", closing);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Journal.JournalUnavailable unavailable) {
                throw unavailable;
            }
            throw new IOException("the journal does not say what it holds", e);
        }
    }

    /// Whether what the journal holds begins with what was folded.
    private boolean isHistory(Label label) {
        Journal.Tip tip = journal.tip(label.stream());
        if (label.size() > tip.size() || label.epoch() > tip.epoch()) {
            return false;
        }
        if (label.size() == tip.size()) {
            return label.epoch() == tip.epoch() && label.root().equals(tip.root());
        }
        return Merkle.verifyConsistency(
                label.size(),
                tip.size(),
                journal.consistency(label.stream(), label.size(), tip.size()).stream()
                        .map(Hash::fromBase64)
                        .toList(),
                Hash.fromBase64Url(label.root()),
                Hash.fromBase64Url(tip.root()));
    }

    private void drop(StreamId stream, long size) {
        of(stream).remove(size);
        try {
            Files.deleteIfExists(file(stream, size));
        } catch (IOException e) {
            complain("a kept fold cannot be deleted", e);
        }
    }

    @Override
    public void passed(Published published) {
        StreamId stream = published.tip().stream();
        latest.put(stream, published);
        long last = last(stream);
        if (published.tip().size() - last >= Math.max(WORTH, last / PART) && inHand.add(stream)) {
            try {
                writer.execute(() -> {
                    inHand.remove(stream);
                    Optional.ofNullable(latest.get(stream)).ifPresent(this::keep);
                });
            } catch (RejectedExecutionException closing) {
                inHand.remove(stream);
            }
        }
    }

    private long last(StreamId stream) {
        NavigableSet<Long> kept = of(stream);
        Long last = kept.isEmpty() ? null : kept.floor(Long.MAX_VALUE);
        return last == null ? 0 : last;
    }

    /// Now, and on this thread.
    void keep(Published published) {
        StreamId stream = published.tip().stream();
        long size = published.tip().size();
        Path aside = folder.resolve(stream + ASIDE);
        try {
            Files.createDirectories(folder, FOLDER);
            if (published.fold().size() != size || Files.getFileStore(folder).getUsableSpace() < LEAST_SPACE) {
                return;
            }
            write(published, aside);
            Files.move(aside, file(stream, size), StandardCopyOption.ATOMIC_MOVE);
            of(stream).add(size);
            sweep(stream);
        } catch (IOException | RuntimeException wrong) {
            complain("a fold of " + stream + " cannot be kept", wrong);
        }
    }

    private void write(Published published, Path to) throws IOException {
        Label label = Label.of(build.join(), published);
        byte[] salt = Entropy.ofMachine().bytes(Sealing.SALT);
        Files.deleteIfExists(to);
        try (OutputStream out = new BufferedOutputStream(Channels.newOutputStream(
                Files.newByteChannel(to, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE)))) {
            DataOutputStream open = new DataOutputStream(out);
            open.writeUTF(label.text());
            open.write(salt);
            try (OutputStream sealed = Sealing.into(out, secret, label.text(), salt)) {
                FoldWriter.write(published.fold(), sealed);
            }
        }
    }

    /// Of many, the one goes that lies closest to the one before it: those that stay are spread over the whole
    /// history, for whoever looks back, and the newest is always among them.
    private void sweep(StreamId stream) {
        NavigableSet<Long> kept = of(stream);
        while (kept.size() > MOST_OF_A_STREAM) {
            long before = 0;
            long closest = 0;
            long gap = Long.MAX_VALUE;
            for (long each : kept.headSet(kept.last(), false)) {
                if (each - before < gap) {
                    gap = each - before;
                    closest = each;
                }
                before = each;
            }
            drop(stream, closest);
        }
    }

    /// Says it once; it harms nobody, and would go on for ever.
    private void complain(String what, Exception why) {
        LOG.log(complained.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG, what, why);
    }

    /// Keeps what is new, as far as there is time, and stops. The journal is open still.
    @Override
    public void close() {
        long until = System.nanoTime() + PARTING_NANOS;
        writer.shutdown();
        try {
            if (!writer.awaitTermination(PARTING_NANOS, TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return;
        }
        for (Published each : latest.values()) {
            boolean worth = each.tip().size() - last(each.tip().stream()) >= WORTH_AT_THE_END;
            if (worth && System.nanoTime() - until < 0) {
                keep(each);
            }
        }
    }
}
