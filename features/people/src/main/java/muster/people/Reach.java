package muster.people;

/// A way to get hold of somebody.
///
/// @param address a number, a mail address, a name; as the way needs it
public record Reach(Way way, String address) {
    /// What the address is for.
    public enum Way {
        PHONE,
        TEXT,
        MAIL,
        MESSENGER,
        PAGER,
        IN_PERSON
    }
}
