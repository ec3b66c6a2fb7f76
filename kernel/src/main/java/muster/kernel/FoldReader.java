package muster.kernel;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.HashTreePSet;

/// Reads a fold that [FoldWriter] of the same build wrote. Makes nothing but the records and words of the features in
/// the
/// catalogue and of the kernel, whatever the bytes say.
public final class FoldReader {
    private static final int ID_LENGTH = 22;
    /// No text of an entry is longer.
    private static final int MOST_BYTES = 4 * Entries.MOST_BYTES;

    private final InputStream in;
    private final ClassLoader loader;
    private final Set<String> packages = new HashSet<>();
    private final byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;
    private final List<Class<?>> types = new ArrayList<>();
    private final List<Id> ids = new ArrayList<>();

    private FoldReader(Catalogue catalogue, InputStream in) {
        this.in = in;
        this.loader = catalogue.getClass().getClassLoader();
        packages.add(Fold.class.getPackageName());
        catalogue.features().forEach(feature -> {
            packages.add(feature.key().state().getPackageName());
            packages.add(feature.commands().getPackageName());
        });
    }

    /// Reads the whole input.
    ///
    /// @throws IOException if that is not a fold, or more than one
    public static Fold read(Catalogue catalogue, InputStream in) throws IOException {
        try {
            return new FoldReader(catalogue, in).fold(catalogue);
        } catch (IllegalArgumentException | IllegalStateException | ClassCastException | NullPointerException wrong) {
            throw new IOException("that is not a fold: " + wrong.getMessage(), wrong);
        }
    }

    private Fold fold(Catalogue catalogue) throws IOException {
        StreamId stream = (StreamId) value();
        int epoch = count(Integer.MAX_VALUE);
        long size = number();
        Instant recordedAt = (Instant) value();
        Instant time = (Instant) value();
        List<Read> reads = new ArrayList<>();
        for (Object read : (List<?>) value()) {
            reads.add((Read) read);
        }
        Map<String, Object> states = new LinkedHashMap<>();
        for (int left = count(); left > 0; left--) {
            states.put((String) value(), value());
        }
        List<Fold.Outstanding> outstanding = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            outstanding.add((Fold.Outstanding) value());
        }
        if (from != to || in.read() >= 0) {
            throw new IOException("there is more than a fold");
        }
        return Fold.of(
                catalogue,
                new Fold.Whole(
                        stream, epoch, size, recordedAt, time, List.copyOf(reads), Map.copyOf(states), outstanding));
    }

    private Object value() throws IOException {
        int mark = one();
        return switch (mark) {
            case Mark.FALSE -> false;
            case Mark.TRUE -> true;
            case Mark.INTEGER -> Math.toIntExact(number());
            case Mark.LONG -> number();
            case Mark.TEXT -> text();
            case Mark.UNITS -> units();
            case Mark.INSTANT -> Instant.ofEpochSecond(number(), number());
            case Mark.DURATION -> Duration.ofSeconds(number(), number());
            case Mark.EMPTY -> Optional.empty();
            case Mark.PRESENT -> Optional.of(value());
            case Mark.ABSENT -> Content.absent();
            case Mark.CONTENT -> Content.of(value());
            case Mark.LIST -> List.copyOf(values());
            case Mark.SET -> Collections.unmodifiableSet(new LinkedHashSet<>(values()));
            case Mark.PERSISTENT_SET -> HashTreePSet.from(values());
            case Mark.MAP -> map();
            case Mark.TABLE -> table();
            case Mark.ALARMS -> alarms();
            case Mark.ENUM -> word(type());
            case Mark.RECORD -> record();
            case Mark.ID -> id(new Id(latin(ID_LENGTH)));
            case Mark.ID_AGAIN -> ids.get(count(ids.size() - 1));
            default -> throw new IOException("there is no mark " + mark);
        };
    }

    private Object record() throws IOException {
        Makeup makeup = Makeup.of(type());
        Object[] parts = new Object[makeup.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = value();
        }
        return makeup.whole(parts);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object word(Class<?> type) throws IOException {
        return Enum.valueOf((Class) type, (String) value());
    }

    private List<Object> values() throws IOException {
        int count = count();
        List<Object> values = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            values.add(value());
        }
        return values;
    }

    private Map<Object, Object> map() throws IOException {
        Map<Object, Object> map = new LinkedHashMap<>();
        for (int left = count(); left > 0; left--) {
            map.put(value(), value());
        }
        return Collections.unmodifiableMap(map);
    }

    private Table<Object> table() throws IOException {
        long next = number();
        List<Table.Row<Object>> rows = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            rows.add(new Table.Row<>(number(), (Id) value(), value()));
        }
        return Table.of(rows, next);
    }

    private Alarms alarms() throws IOException {
        Alarms alarms = Alarms.none();
        for (int left = count(); left > 0; left--) {
            alarms = alarms.with((Alarm) value());
        }
        return alarms;
    }

    private Id id(Id id) {
        ids.add(id);
        return id;
    }

    private Class<?> type() throws IOException {
        int n = count(types.size());
        if (n == types.size()) {
            types.add(known((String) value()));
        }
        return types.get(n);
    }

    /// The names come from a file, however well it is sealed: only data of the features is ever made.
    private Class<?> known(String name) throws IOException {
        if (name.equals(DayOfWeek.class.getName())) {
            return DayOfWeek.class;
        }
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (packages.contains(type.getPackageName()) && (type.isRecord() || type.isEnum())) {
                return type;
            }
        } catch (ClassNotFoundException | LinkageError missing) {
            throw new IOException("there is no type " + name, missing);
        }
        throw new IOException(name + " is no part of a state");
    }

    private String text() throws IOException {
        int length = count(MOST_BYTES);
        if (length <= to - from) {
            from += length;
            return new String(buffer, from - length, length, StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) one();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String latin(int length) throws IOException {
        if (length <= to - from) {
            from += length;
            return new String(buffer, from - length, length, StandardCharsets.ISO_8859_1);
        }
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) one();
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private String units() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int left = count(MOST_BYTES); left > 0; left--) {
            text.append((char) number());
        }
        return text.toString();
    }

    private int count() throws IOException {
        return count(Integer.MAX_VALUE);
    }

    private int count(int most) throws IOException {
        long number = number();
        if (number < 0 || number > most) {
            throw new IOException("there cannot be " + number);
        }
        return (int) number;
    }

    private long number() throws IOException {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = one();
            number |= (next & 0x7fL) << shift;
            if ((next & 0x80) == 0) {
                return (number >>> 1) ^ -(number & 1);
            }
        }
        throw new IOException("that number does not end");
    }

    private int one() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(buffer, 0, buffer.length));
            if (to == 0) {
                throw new EOFException("the fold breaks off");
            }
        }
        return buffer[from++] & 0xff;
    }
}
