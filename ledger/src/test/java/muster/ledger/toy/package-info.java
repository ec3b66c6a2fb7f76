/// A club that opens rooms in which its members talk: the smallest product that has authority, reactions into
/// another stream, contents and alarms.
@NullMarked
package muster.ledger.toy;

import org.jspecify.annotations.NullMarked;
