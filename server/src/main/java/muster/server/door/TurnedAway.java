package muster.server.door;

/// Ends the handling of a call with an answer, from however deep inside the reading of it.
public final class TurnedAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    public TurnedAway(Answer answer) {
        super(null, null, false, false);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
