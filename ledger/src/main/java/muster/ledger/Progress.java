package muster.ledger;

/// Is told how far a verification is: after every entry, on the thread that verifies, so it has to be quick.
public interface Progress {
    /// Tells nobody.
    Progress UNSEEN = (pass, done, all) -> {};

    /// What is being done.
    enum Pass {
        /// Bytes, trees and signatures.
        INTEGRITY,
        /// The history is folded and every entry judged.
        AUTHORITY
    }

    /// @param done entries of all streams so far; may begin again where something is wrong
    /// @param all as many as there should be
    void passed(Pass pass, long done, long all);
}
