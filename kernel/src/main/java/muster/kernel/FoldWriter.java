package muster.kernel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.MapPSet;

/// Writes a fold as bytes that [FoldReader] of the same build makes the same fold of: the records of the states,
/// component by component. What it is for is a cache, so there is no format that a later build could read.
public final class FoldWriter {
    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];
    private int filled;
    private final Map<Class<?>, Integer> types = new HashMap<>();
    private final Map<Id, Integer> ids = new HashMap<>();

    private FoldWriter(OutputStream out) {
        this.out = out;
    }

    /// Writes all of it; does not close.
    ///
    /// @throws IOException if it cannot be written
    /// @throws IllegalArgumentException if a state holds what is neither a record nor one of the kernel's words
    public static void write(Fold fold, OutputStream out) throws IOException {
        FoldWriter writer = new FoldWriter(out);
        Fold.Whole whole = fold.whole();
        writer.value(whole.stream());
        writer.number(whole.epoch());
        writer.number(whole.size());
        writer.value(whole.recordedAt());
        writer.value(whole.time());
        writer.value(whole.reads());
        writer.number(whole.states().size());
        for (Map.Entry<String, Object> state : whole.states().entrySet()) {
            writer.value(state.getKey());
            writer.value(state.getValue());
        }
        writer.each(whole.outstanding());
        writer.flush();
    }

    private void value(Object value) throws IOException {
        switch (value) {
            case Id id -> id(id);
            case String text -> text(text);
            case Instant instant -> {
                mark(Mark.INSTANT);
                number(instant.getEpochSecond());
                number(instant.getNano());
            }
            case Optional<?> optional -> {
                if (optional.isEmpty()) {
                    mark(Mark.EMPTY);
                } else {
                    mark(Mark.PRESENT);
                    value(optional.get());
                }
            }
            case Content<?> content -> {
                if (content.value().isEmpty()) {
                    mark(Mark.ABSENT);
                } else {
                    mark(Mark.CONTENT);
                    value(content.value().get());
                }
            }
            case Record record -> record(record);
            case Table<?> table -> table(table);
            case Enum<?> word -> {
                mark(Mark.ENUM);
                type(word.getDeclaringClass());
                text(word.name());
            }
            case Boolean yes -> mark(yes ? Mark.TRUE : Mark.FALSE);
            case Integer number -> {
                mark(Mark.INTEGER);
                number(number);
            }
            case Long number -> {
                mark(Mark.LONG);
                number(number);
            }
            case Duration duration -> {
                mark(Mark.DURATION);
                number(duration.getSeconds());
                number(duration.getNano());
            }
            case Collection<?> collection -> collection(collection);
            case Map<?, ?> map -> {
                mark(Mark.MAP);
                number(map.size());
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    value(entry.getKey());
                    value(entry.getValue());
                }
            }
            case Alarms alarms -> {
                mark(Mark.ALARMS);
                each(alarms.all());
            }
            default -> throw new IllegalArgumentException(value.getClass().getName() + " is no part of a state");
        }
    }

    private void record(Record record) throws IOException {
        mark(Mark.RECORD);
        type(record.getClass());
        Makeup makeup = Makeup.of(record.getClass());
        for (int i = 0; i < makeup.size(); i++) {
            value(makeup.part(record, i));
        }
    }

    private void table(Table<?> table) throws IOException {
        mark(Mark.TABLE);
        number(table.next());
        number(table.size());
        for (Table.Row<?> row : table.rows()) {
            number(row.place());
            id(row.id());
            value(row.value());
        }
    }

    private void collection(Collection<?> collection) throws IOException {
        mark(
                switch (collection) {
                    case List<?> list -> Mark.LIST;
                    case MapPSet<?> set -> Mark.PERSISTENT_SET;
                    case Set<?> set -> Mark.SET;
                    default ->
                        throw new IllegalArgumentException(collection.getClass().getName() + " is no part of a state");
                });
        each(collection);
    }

    private void each(Collection<?> values) throws IOException {
        number(values.size());
        for (Object value : values) {
            value(value);
        }
    }

    /// Most ids stand in several places.
    private void id(Id id) throws IOException {
        Integer before = ids.putIfAbsent(id, ids.size());
        if (before != null) {
            mark(Mark.ID_AGAIN);
            number(before);
        } else {
            mark(Mark.ID);
            bytes(id.text().getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length != text.length() && !new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            mark(Mark.UNITS);
            number(text.length());
            for (int i = 0; i < text.length(); i++) {
                number(text.charAt(i));
            }
            return;
        }
        mark(Mark.TEXT);
        number(bytes.length);
        bytes(bytes);
    }

    /// A type by its name, once; then by its number.
    private void type(Class<?> type) throws IOException {
        Integer before = types.putIfAbsent(type, types.size());
        number(before == null ? types.size() - 1 : before);
        if (before == null) {
            text(type.getName());
        }
    }

    private void mark(int mark) throws IOException {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = (byte) mark;
    }

    /// Small numbers in few bytes: seven bits each, the sign in the lowest.
    private void number(long number) throws IOException {
        long left = (number << 1) ^ (number >> 63);
        while ((left & ~0x7fL) != 0) {
            mark((int) ((left & 0x7f) | 0x80));
            left >>>= 7;
        }
        mark((int) left);
    }

    private void bytes(byte[] bytes) throws IOException {
        if (bytes.length > buffer.length - filled) {
            flush();
        }
        if (bytes.length > buffer.length) {
            out.write(bytes);
            return;
        }
        System.arraycopy(bytes, 0, buffer, filled, bytes.length);
        filled += bytes.length;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, filled);
        filled = 0;
    }
}
