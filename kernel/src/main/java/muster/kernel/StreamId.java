package muster.kernel;

/// The name of one totally ordered history: the organisation's, a crisis's, or an exercise's control history.
public record StreamId(String text) implements Comparable<StreamId> {
    /// The one history of the organisation that an instance serves.
    public static final StreamId ORGANISATION = new StreamId("organisation");

    public StreamId {
        if (!text.equals("organisation") && !Id.wellFormed(text)) {
            throw new IllegalArgumentException("a stream is \"organisation\" or an id, not \"" + text + "\"");
        }
    }

    /// The history of the crisis with this id.
    public static StreamId of(Id crisis) {
        return new StreamId(crisis.text());
    }

    public boolean isOrganisation() {
        return equals(ORGANISATION);
    }

    @Override
    public int compareTo(StreamId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
