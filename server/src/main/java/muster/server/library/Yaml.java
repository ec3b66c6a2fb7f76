package muster.server.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// A YAML file as a record: every component must be there unless it is an `Optional`, a `List` or a `Map`;
/// nothing else may be there.
public final class Yaml {
    private Yaml() {}

    /// Reads a file into a record of this type.
    ///
    /// @throws BadFile naming file, line and field of everything that is wrong
    public static <T extends Record> T read(Path file, Class<T> type) {
        return written(file, type).record();
    }

    /// The same for a text that is at hand already.
    ///
    /// @param name stands for the file in what is said about errors
    public static <T extends Record> T read(String name, String text, Class<T> type) {
        return written(name, text, type).record();
    }

    /// A record together with the places of its fields, for checks that a record cannot make alone.
    record Written<T extends Record>(T record, YamlTree tree) {}

    static <T extends Record> Written<T> written(Path file, Class<T> type) {
        return written(file.toString(), text(file), type);
    }

    static <T extends Record> Written<T> written(String name, String text, Class<T> type) {
        YamlTree tree = YamlTree.parse(name, text);
        return new Written<>(new RecordReader(tree).read(type), tree);
    }

    /// The text of a file of people: UTF-8, and not too long.
    public static String text(Path file) {
        try {
            if (Files.size(file) > 4L * YamlTree.MOST_CHARACTERS) {
                throw wrong(file, "is too large");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw wrong(file, "is not UTF-8 text");
        } catch (NoSuchFileException e) {
            throw wrong(file, "there is no such file");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static BadFile wrong(Path file, String words) {
        return new BadFile(new FileProblem(file.toString(), 1, 1, "", words));
    }
}
