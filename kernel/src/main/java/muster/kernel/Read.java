package muster.kernel;

/// The durable position of another stream that a command was decided at.
///
/// @param size how many entries of it counted
/// @param root its Merkle root at that size, base64url
public record Read(StreamId stream, int epoch, long size, String root) {}
