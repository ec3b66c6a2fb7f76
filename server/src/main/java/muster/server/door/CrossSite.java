package muster.server.door;

import java.util.Optional;

/// Keeps foreign pages from making somebody's browser change something: what a cookie authorises must come
/// from our own pages, which the browser itself attests, and carry a header that no form can send.
public final class CrossSite {
    private final String origin;

    /// @param origin under which browsers know this server: `https://muster.example`
    public CrossSite(String origin) {
        this.origin = origin;
    }

    /// Turns away what may come from elsewhere; for programs' requests.
    public void check(Asked asked, Caller caller) {
        if (caller.by() == Caller.By.COOKIE
                && !(asked.header("X-Muster").equals(Optional.of("1")) && fromHere(asked))) {
            throw new TurnedAway(Problem.crossSite());
        }
    }

    /// Turns away what may come from elsewhere; for forms, which cannot send headers of their own.
    public void checkForm(Asked asked) {
        if (!fromHere(asked)) {
            throw new TurnedAway(Problem.crossSite());
        }
    }

    private boolean fromHere(Asked asked) {
        Optional<String> site = asked.header("Sec-Fetch-Site");
        return site.isPresent()
                ? site.get().equals("same-origin")
                : asked.header("Origin").equals(Optional.of(origin));
    }
}
