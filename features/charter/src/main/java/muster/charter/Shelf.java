package muster.charter;

import java.util.Optional;
import muster.kernel.Table;

/// Every charter the organisation ever had or thought of, one of them in force.
public record Shelf(Table<Edition> editions) {
    static final Shelf EMPTY = new Shelf(Table.empty());

    public Optional<Charter> inForce() {
        return editionInForce().map(Edition::charter);
    }

    /// `3@<digest>`.
    public Optional<String> versionInForce() {
        return editionInForce().map(Edition::version);
    }

    /// The charter of this version, whatever has become of it since.
    public Optional<Charter> version(String version) {
        return edition(version).map(Edition::charter);
    }

    public Optional<Edition> edition(String version) {
        return editions.stream()
                .filter(edition -> edition.version().equals(version))
                .findFirst();
    }

    Optional<Edition> editionInForce() {
        return editions.stream()
                .filter(edition -> edition.state() == Edition.State.IN_FORCE)
                .findFirst();
    }

    /// The version that a charter would have if it came now.
    String nextVersion(Charter charter) {
        return charter.version(editions.size() + 1);
    }

    Shelf with(Edition edition) {
        return new Shelf(editions.with(edition.id(), edition));
    }
}
