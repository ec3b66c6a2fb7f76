package muster.channels;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import muster.kernel.Id;

/// A piece of a line.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Span.Plain.class, name = "text"),
    @JsonSubTypes.Type(value = Span.Emphasis.class, name = "emphasis"),
    @JsonSubTypes.Type(value = Span.Strong.class, name = "strong"),
    @JsonSubTypes.Type(value = Span.Code.class, name = "code"),
    @JsonSubTypes.Type(value = Span.Link.class, name = "link"),
    @JsonSubTypes.Type(value = Span.Mention.class, name = "mention"),
    @JsonSubTypes.Type(value = Span.LineBreak.class, name = "break")
})
public sealed interface Span {
    record Plain(String text) implements Span {}

    record Emphasis(List<Span> spans) implements Span {
        public Emphasis {
            spans = List.copyOf(spans);
        }
    }

    record Strong(List<Span> spans) implements Span {
        public Strong {
            spans = List.copyOf(spans);
        }
    }

    record Code(String code) implements Span {}

    /// @param href `http` or `https`, with a host that looks like what it is
    /// @param text what is shown; the address itself where nothing else was written
    record Link(String href, String text) implements Span {}

    /// @param handle as it was written, without the `@`
    record Mention(Id person, String handle) implements Span {}

    record LineBreak() implements Span {}
}
