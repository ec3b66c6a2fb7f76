package muster.server.screens;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.kernel.Digest;

/// One file of the screens, in every coding there is of it.
///
/// @param path `assets/main-4f2a.js`
/// @param codings the best one first, the plain one last
record ScreenFile(String path, List<Coded> codings) {
    static final String PLAIN = "identity";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    /// @param coding as HTTP calls it: `br`, `gzip`, `identity`
    /// @param tag what tells these bytes from all others
    @SuppressWarnings("ArrayRecordComponent") // shared by all who ask and never changed
    record Coded(String coding, byte[] bytes, String tag) {
        Coded(String coding, byte[] bytes) {
            this(coding, bytes, '"' + Digest.text(Digest.sha256(bytes)).substring(0, 22) + '"');
        }
    }

    /// The best coding for whoever accepts these; the plain one if none is.
    ///
    /// @param accepted the header Accept-Encoding
    Coded coded(Optional<String> accepted) {
        List<String> words = accepted.map(header ->
                        List.of(header.toLowerCase(java.util.Locale.ROOT).split(",")))
                .orElse(List.of());
        return codings.stream()
                .filter(coded -> words.stream().anyMatch(word -> accepts(word, coded.coding)))
                .findFirst()
                .orElse(codings.getLast());
    }

    /// Whether a part of the header is for that coding and not against it: `br;q=0.8`.
    private static boolean accepts(String part, String coding) {
        String[] words = part.split(";", 2);
        return words[0].strip().equals(coding)
                && (words.length == 1 || !words[1].replace(" ", "").matches("q=0(\\.0*)?"));
    }

    boolean hasChoice() {
        return codings.size() > 1;
    }

    /// Whether its name changes whenever it does.
    boolean isForEver() {
        return path.startsWith("assets/");
    }

    String type() {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
