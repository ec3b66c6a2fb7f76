package muster.server.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import muster.kernel.Digest;
import muster.server.door.Answer;
import muster.server.door.Asked;
import muster.server.door.Problem;

/// The one style sheet, under a name that changes with it.
public final class Style {
    private static final byte[] SHEET = read();
    static final String PLACE = "/assets/" + Digest.of(SHEET).substring(0, 16) + ".css";

    private Style() {}

    private static byte[] read() {
        try (InputStream sheet = Style.class.getResourceAsStream("muster.css")) {
            if (sheet == null) {
                throw new IllegalStateException("the style sheet is missing from the build");
            }
            return sheet.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Answer open(Asked asked) {
        return asked.place().equals(PLACE)
                ? new Answer(
                        200,
                        "text/css; charset=utf-8",
                        SHEET,
                        Map.of("Cache-Control", "public, max-age=31536000, immutable"))
                : Problem.unseen();
    }
}
