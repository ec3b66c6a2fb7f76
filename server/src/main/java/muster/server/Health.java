package muster.server;

/// Whether Muster can do its work now.
///
/// @param ready false: send people elsewhere
/// @param reason why it is not ready, in words that tell nothing of any crisis; empty where it is
public record Health(boolean ready, String reason) {
    public static final Health READY = new Health(true, "");

    public static Health notReady(String reason) {
        return new Health(false, reason);
    }
}
