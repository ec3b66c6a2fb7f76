package muster.kernel;

/// A compartment of a crisis: the general lane, or a lane with members of its own (counsel-directed,
/// executive, outside party).
///
/// @param name `general`, or the id of the lane
public record Lane(String name) implements Comparable<Lane> {
    public static final Lane GENERAL = new Lane("general");

    public Lane {
        if (!name.equals("general") && !Id.wellFormed(name)) {
            throw new IllegalArgumentException("a lane is \"general\" or an id, not \"" + name + "\"");
        }
    }

    public boolean isGeneral() {
        return equals(GENERAL);
    }

    @Override
    public int compareTo(Lane other) {
        return name.compareTo(other.name);
    }
}
