/// Changes out, and the same cards asked for once. A card is rendered once for everybody who may see the
/// same, anew only when its subject changed, and its bytes are shared by all who read them. The turn of a
/// crisis never waits for a reader: followers are told, they queue, and whoever reads too slowly is dropped
/// and can resume.
@NullMarked
package muster.server.feed;

import org.jspecify.annotations.NullMarked;
