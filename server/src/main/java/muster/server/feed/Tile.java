package muster.server.feed;

import java.util.Set;
import muster.kernel.Id;

/// A card as it is sent.
///
/// @param subject the object it was rendered from; the same object gives the same card
/// @param waitsFor in whose queue it stands
@SuppressWarnings("ArrayRecordComponent") // shared by all readers and never changed
record Tile(Object subject, byte[] json, Set<Id> waitsFor) {}
