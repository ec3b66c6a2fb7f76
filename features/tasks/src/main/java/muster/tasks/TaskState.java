package muster.tasks;

import java.util.Locale;

/// How a task stands, in the words that screens, mail and exports use.
public enum TaskState {
    /// Nobody owns it yet; somebody is asked to.
    OFFERED,
    /// Owned, and not to be started before other tasks are done or a decision is taken.
    WAITING,
    READY_TO_START,
    IN_PROGRESS,
    /// Its owner cannot go on and has said why.
    BLOCKED,
    /// Its owner says it is done; somebody else has to look.
    AWAITING_VERIFICATION,
    DONE,
    /// Nobody owns it: whoever was asked declined, and it needs somebody else.
    DECLINED,
    /// Given up, with a reason.
    DROPPED;

    /// Whether it is without disposition, so that the crisis cannot close.
    public boolean isOpen() {
        return this != DONE && this != DROPPED;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
