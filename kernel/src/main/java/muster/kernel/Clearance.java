package muster.kernel;

import java.util.List;

/// What a viewer may see: equal clearances see equal bytes, so a card is rendered once for each of them.
///
/// @param lanes the lanes of the stream that are open to the viewer, in order
public record Clearance(List<Lane> lanes) {
    /// The general lane and nothing else.
    public static final Clearance GENERAL = new Clearance(List.of(Lane.GENERAL));
    /// Nothing at all.
    public static final Clearance NONE = new Clearance(List.of());

    public Clearance {
        lanes = lanes.stream().sorted().distinct().toList();
    }

    public boolean sees(Lane lane) {
        return lanes.contains(lane);
    }
}
