package muster.kernel;

import java.util.Optional;

/// A pointer to a thing of any feature, needing no dependency on it.
///
/// @param feature the feature's name: `tasks`
/// @param id which one
/// @param digest the version that was meant: the body digest of the entry that gave the thing its words;
///     absent: as it stands
public record Ref(String feature, Id id, Optional<String> digest) {
    public static Ref to(String feature, Id id) {
        return new Ref(feature, id, Optional.empty());
    }

    public Ref at(String version) {
        return new Ref(feature, id, Optional.of(version));
    }
}
