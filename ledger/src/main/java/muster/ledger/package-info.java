/// The journal on disk: group commit, Merkle tree, checkpoints, proofs and the offline verifier. What it has
/// acknowledged is durable.
@NullMarked
package muster.ledger;

import org.jspecify.annotations.NullMarked;
