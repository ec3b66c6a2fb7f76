package muster.kernel;

/// What has happened. Each feature has one sealed family of records named in the past tense (`HandedOver`,
/// `tasks.handed-over`). History is for ever: records are added, never removed, and gain only `Optional`
/// components.
///
/// Every component is either *bearing* (ids, references, roles, times, states: permissions and `evolve` may
/// depend on it) or [Content] (free text, labels, names: may be withheld or erased later, so nothing may
/// depend on it).
public interface Event {
    /// Marks the events on which later judgements of authority can depend: charter, delegation, credential,
    /// seat, membership, approval and revocation. Their headers say so even when the rest is withheld.
    interface AuthorityBearing extends Event {}
}
