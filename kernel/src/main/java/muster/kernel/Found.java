package muster.kernel;

/// What stands behind a [Ref] now.
///
/// @param digest the body digest of the entry that gave the thing its present words
/// @param lane who may know that it exists
public record Found(String digest, Lane lane) {}
