package muster.decisions;

/// By what authority a decider spoke, and where the quorum then stood: kept in the entry, so that it is
/// provable after roles and charters have changed. That the speaker held the role is in the entry's own
/// snapshot of seats.
///
/// @param role the seat that the decider spoke from
/// @param type the charter's type of decision
/// @param level how far it had escalated: 0 for the first deciders
/// @param charter the pinned version with its hash
/// @param wording number of the wording that was read
/// @param words digest of the entry that gave the question those words
/// @param voices how many eligible deciders agree, this one included
/// @param quorum how many have to
public record Mandate(
        String role, String type, int level, String charter, int wording, String words, int voices, int quorum) {}
