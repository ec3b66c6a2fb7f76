package muster.charter;

/// Something that is wrong with a charter.
///
/// @param path where: `decisionTypes[1].quorum`
/// @param words what, for people
public record Problem(String path, String words) {
    @Override
    public String toString() {
        return path + " " + words;
    }
}
