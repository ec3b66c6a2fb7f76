package muster.people;

import java.time.Instant;
import java.util.List;
import muster.kernel.Id;

/// A time during which a person is signed in somewhere. The token by which a request shows it is never
/// recorded.
///
/// @param amr how the person proved who they are (RFC 8176 words; `operator` for a token issued on the host,
///     `link` for a sign-in link)
/// @param since when the person proved it, real time
/// @param until absolute end, real time
/// @param ended true once it was ended before its time
public record Session(Id id, Id person, List<String> amr, Instant since, Instant until, boolean ended) {
    /// How somebody is signed in by a token: somebody on the host, or with the right to, vouches for them.
    public static final List<String> VOUCHED = List.of("operator");

    /// How somebody is signed in by a link.
    public static final List<String> BY_LINK = List.of("link");

    public Session {
        amr = List.copyOf(amr);
    }

    Session end() {
        return new Session(id, person, amr, since, until, true);
    }
}
