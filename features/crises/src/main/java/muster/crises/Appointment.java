package muster.crises;

import java.util.List;
import java.util.stream.Stream;
import muster.kernel.Id;

/// Who shall hold a seat from the beginning, and who may stand in.
public record Appointment(String role, Id holder, List<Id> deputies) {
    public Appointment {
        deputies = List.copyOf(deputies);
    }

    /// The holder, then the deputies.
    Stream<Id> people() {
        return Stream.concat(Stream.of(holder), deputies.stream());
    }
}
