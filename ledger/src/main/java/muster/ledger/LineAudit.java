package muster.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Cause;
import muster.kernel.Fold;
import muster.kernel.KernelEvent;
import muster.kernel.Malformed;
import muster.kernel.Read;
import muster.kernel.StreamId;
import org.jspecify.annotations.Nullable;

/// Verifies one entry after another of a stream, each text against the digest above it, and remembers what
/// they say of other things. Knows no feature and looks only at what it needs: whether the rest can be read is
/// for whoever judges it.
final class LineAudit {
    private final Index index;
    private final StreamId stream;
    private final byte[] name;
    private final Digests digests = new Digests();
    private final List<ReadBy> reads = new ArrayList<>();
    private final Map<StreamId, Read> lastRead = new HashMap<>();
    private @Nullable HeaderText last;
    private long epoch = 1;
    private boolean begun;
    private Optional<Cause.Crossed> begunBy = Optional.empty();
    private long firstAppend;
    private long keys;

    /// The first entry that was decided at a position of another stream.
    record ReadBy(Read read, long seq) {}

    /// The index of idempotency keys, which has to say of each key what its entry says.
    interface Index {
        /// What is wrong with the index; or nothing, and it is found out later.
        Optional<String> wrong(Outline entry, Outline.Part key) throws SQLException;
    }

    LineAudit(StreamId stream, Index index) {
        this.index = index;
        this.stream = stream;
        this.name = stream.text().getBytes(StandardCharsets.UTF_8);
    }

    /// What is wrong with the next entry.
    Optional<String> wrong(Evidence.Line line, Hash leaf) throws SQLException {
        if (!leaf.equals(line.leaf())) {
            return Optional.of("the header and its stored leaf hash do not belong together");
        }
        try {
            HeaderText header = HeaderText.parse(line.header());
            Optional<String> misplaced = misplaced(header, line.seq());
            if (misplaced.isPresent()) {
                return misplaced;
            }
            byte @Nullable [] body = line.body();
            if (body == null) {
                return Optional.of("the body is missing, and nothing says that it was erased");
            }
            if (!digests.agree(body, header.text(), header.body())) {
                return Optional.of("the body is not what the header committed to");
            }
            Outline outline = new Outline(body);
            Optional<String> contents = contents(outline, line);
            return contents.isPresent() ? contents : told(header, outline);
        } catch (Malformed malformed) {
            return Optional.of(String.valueOf(malformed.getMessage()));
        }
    }

    private Optional<String> misplaced(HeaderText header, long seq) {
        HeaderText before = last;
        boolean readsAsBefore = before != null && header.readsLike(before);
        String wrong = null;
        if (!header.isOf(name) || header.seq() != seq) {
            wrong = "says to be entry " + header.place();
        } else if (before != null && header.isRecordedBefore(before)) {
            wrong = "is recorded before the entry before it";
        } else if (begun && header.epoch() != epoch) {
            wrong = "is of another epoch than its genesis";
        } else if (!readsAsBefore && !readsWhatItMust(header.read())) {
            wrong = "does not read the streams that it must read, and no others";
        }
        return Optional.ofNullable(wrong);
    }

    private boolean readsWhatItMust(List<Read> read) {
        return stream.isOrganisation()
                ? read.isEmpty()
                : read.stream().anyMatch(each -> each.stream().isOrganisation());
    }

    private Optional<String> contents(Outline outline, Evidence.Line line) {
        List<byte @Nullable []> contents = line.contents();
        if (contents.size() != outline.contents().size() || !line.inPlace()) {
            return Optional.of("has " + contents.size() + " contents, but its body lists "
                    + outline.contents().size());
        }
        int n = 0;
        for (Outline.Content listed : outline.contents()) {
            byte @Nullable [] content = contents.get(n++);
            if (content == null) {
                return Optional.of(
                        "the content " + outline.name(listed) + " is missing, and nothing says that it was erased");
            }
            if (!digests.agree(content, outline.body(), listed.digest())) {
                return Optional.of("the content " + outline.name(listed) + " is not what the body committed to");
            }
        }
        return Optional.empty();
    }

    /// Notes what the entry says of other things, and compares what can be compared at once.
    private Optional<String> told(HeaderText header, Outline outline) throws SQLException {
        long seq = header.seq();
        if (last == null || !header.readsLike(last)) {
            for (Read read : header.read()) {
                Hash.fromBase64Url(read.root());
                if (!read.equals(lastRead.put(read.stream(), read))) {
                    reads.add(new ReadBy(read, seq));
                }
            }
        }
        last = header;
        if (seq == 0) {
            Optional<KernelEvent.Genesis> genesis =
                    BodyText.parse(outline.body()).genesis();
            if (genesis.isEmpty() || genesis.get().epoch() != header.epoch()) {
                return Optional.of("is not the genesis of its epoch");
            }
            begun = true;
            epoch = header.epoch();
            firstAppend = outline.count();
        }
        if (outline.crossed()) {
            Optional<String> elsewhere = crossed(seq, outline.cause());
            if (elsewhere.isPresent()) {
                return elsewhere;
            }
        }
        Outline.@Nullable Part key = outline.key();
        if (outline.first() != seq || key == null) {
            return Optional.empty();
        }
        keys++;
        return index.wrong(outline, key);
    }

    private Optional<String> crossed(long seq, Cause cause) {
        if (cause.by() instanceof Cause.Crossed crossed) {
            begunBy = seq < firstAppend && begunBy.isEmpty() ? Optional.of(crossed) : begunBy;
            String once = Fold.keyOf(crossed.stream(), crossed.epoch(), crossed.seq(), crossed.reaction(), crossed.n());
            if (!cause.key().equals(Optional.of(once))) {
                return Optional.of("follows from another stream, but not under the key that makes that happen once");
            }
        }
        return Optional.empty();
    }

    List<ReadBy> reads() {
        return reads;
    }

    /// Of the last entry.
    Instant recordedAt() {
        try {
            return last == null ? Instant.EPOCH : Instant.parse(last.recorded());
        } catch (DateTimeParseException noTime) {
            return Instant.EPOCH;
        }
    }

    /// What of another stream brought about the first append.
    Optional<Cause.Crossed> begunBy() {
        return begunBy;
    }

    /// How many appends have a key.
    long keys() {
        return keys;
    }
}
