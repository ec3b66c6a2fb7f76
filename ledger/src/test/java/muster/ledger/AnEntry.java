package muster.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import muster.kernel.Entry;
import muster.kernel.Id;
import muster.kernel.Journal;
import muster.kernel.StreamId;

/// Entries and batches of no meaning, for those who only store them.
public final class AnEntry {
    public static final StreamId ONE = StreamId.of(Id.of(new byte[16]));
    public static final StreamId TWO = StreamId.of(Id.of(Arrays.copyOf(new byte[] {2}, 16)));
    public static final StreamId THREE = StreamId.of(Id.of(Arrays.copyOf(new byte[] {3}, 16)));
    public static final Instant THEN = Instant.parse("2026-11-23T14:23:51.402Z");

    private AnEntry() {}

    /// An entry with two contents.
    public static Entry of(String words) {
        return new Entry(
                bytes("{\"header\":\"" + words + "\"}"),
                bytes("[\"salt\",{\"body\":\"" + words + "\"}]"),
                List.of(bytes("[\"salt\",\"" + words + "\"]"), bytes("[\"salt\",\"ü €\"]")));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// An append of so many entries under this key.
    public static Journal.Append append(String key, int entries) {
        return new Journal.Append(
                IntStream.range(0, entries).mapToObj(n -> of(key + " " + n)).toList(),
                Optional.of(key),
                Optional.of("request of " + key));
    }

    public static Journal.Batch batch(StreamId stream, long expected, Journal.Append... appends) {
        return new Journal.Batch(stream, 1, origin(stream), expected, List.of(appends), THEN, Optional.empty());
    }

    /// A batch of one append with one entry.
    public static Journal.Batch batch(StreamId stream, long expected, String key) {
        return batch(stream, expected, append(key, 1));
    }

    public static String origin(StreamId stream) {
        return "club.example/muster/crisis/" + stream + "/1";
    }

    /// Everything of a stream, as texts.
    public static List<String> texts(Journal journal, StreamId stream) {
        List<String> texts = new ArrayList<>();
        journal.read(stream, 0, Long.MAX_VALUE, entry -> texts.add(text(entry)));
        return texts;
    }

    public static String text(Entry entry) {
        StringBuilder text = new StringBuilder(new String(entry.header(), StandardCharsets.UTF_8));
        byte[] body = entry.body();
        text.append(body == null ? "-" : new String(body, StandardCharsets.UTF_8));
        for (byte[] content : entry.contents()) {
            text.append(content == null ? "-" : new String(content, StandardCharsets.UTF_8));
        }
        return text.toString();
    }
}
