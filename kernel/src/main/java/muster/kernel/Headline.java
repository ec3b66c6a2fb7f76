package muster.kernel;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An entry as one line of the timeline: words with holes `{0}`, `{1}`, and what goes into them; names are
/// filled in when it is rendered, for whoever may see them.
public record Headline(String words, List<Part> parts) {
    public Headline {
        parts = List.copyOf(parts);
    }

    public static Headline of(String words, Part... parts) {
        return new Headline(words, List.of(parts));
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Person.class, name = "person"),
        @JsonSubTypes.Type(value = Thing.class, name = "thing"),
        @JsonSubTypes.Type(value = Text.class, name = "text"),
        @JsonSubTypes.Type(value = Moment.class, name = "moment")
    })
    public sealed interface Part {}

    public record Person(Id id) implements Part {}

    /// @param label what the thing was called then, if it may be said
    public record Thing(Ref ref, Optional<String> label) implements Part {}

    public record Text(String text) implements Part {}

    public record Moment(Instant at) implements Part {}

    public static Part person(Id id) {
        return new Person(id);
    }

    public static Part thing(String feature, Id id, Content<String> label) {
        return new Thing(Ref.to(feature, id), label.value());
    }

    public static Part text(String text) {
        return new Text(text);
    }

    public static Part text(Content<String> text) {
        return new Text(text.or("(withheld)"));
    }

    public static Part moment(Instant at) {
        return new Moment(at);
    }
}
