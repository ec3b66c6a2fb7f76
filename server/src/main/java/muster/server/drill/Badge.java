package muster.server.drill;

import muster.kernel.Id;

/// What lets a participant in.
///
/// @param handle as the scenario names them
/// @param session its public id
/// @param token the bearer token of the session; empty where the room needs none
public record Badge(String handle, Id person, Id session, String token) {
    @Override
    public String toString() {
        return "badge of " + handle;
    }
}
