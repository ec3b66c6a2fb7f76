package muster.server.screens;

import io.helidon.webserver.http.HttpRouting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import muster.server.door.Answer;
import muster.server.door.Asked;
import muster.server.door.Door;
import muster.server.door.Problem;
import muster.server.door.Routes;

/// Hands out the screens. Every place that is a screen gets the same page, which finds out by itself where it is.
public final class ScreenDoor {
    private static final List<String> PLACES =
            List.of("/", "/sign-in", "/declare", "/help", "/c/{crisis}", "/c/{crisis}/*", "/admin", "/admin/*");
    private static final List<String> FILES =
            List.of("/assets/{name}", "/icons/{name}", "/sw.js", "/manifest.webmanifest", "/licenses.txt");

    private final Screens screens;

    public ScreenDoor(Screens screens) {
        this.screens = screens;
    }

    /// After every route that is none of theirs.
    ///
    /// @param instead what stands behind the places where there are no screens
    /// @param others asked for files that are not the screens'
    public void addTo(HttpRouting.Builder routing, Routes routes, Door instead, Door others) {
        Door page = screens.arePresent() ? asked -> file("index.html", asked).orElseGet(Problem::unseen) : instead;
        PLACES.forEach(place -> routing.get(place, routes.to(page)));
        FILES.forEach(place -> routing.get(
                place,
                routes.to(asked -> file(asked.place().substring(1), asked).orElseGet(() -> others.open(asked)))));
    }

    private Optional<Answer> file(String path, Asked asked) {
        return screens.file(path).map(file -> answer(file, asked));
    }

    /// What may change is asked about every time, and not sent again if it has not.
    private static Answer answer(ScreenFile file, Asked asked) {
        ScreenFile.Coded coded = file.coded(asked.header("Accept-Encoding"));
        boolean known = !file.isForEver()
                && asked.header("If-None-Match").stream()
                        .flatMap(tags -> Arrays.stream(tags.split(",")))
                        .anyMatch(tag -> tag.strip().equals(coded.tag()));
        Answer answer = new Answer(
                        known ? 304 : 200, file.type(), known ? new byte[0] : coded.bytes(), java.util.Map.of())
                .with("Cache-Control", file.isForEver() ? "public, max-age=31536000, immutable" : "no-cache")
                .with("ETag", coded.tag());
        answer = file.hasChoice() ? answer.with("Vary", "Accept-Encoding") : answer;
        return coded.coding().equals(ScreenFile.PLAIN) ? answer : answer.with("Content-Encoding", coded.coding());
    }
}
