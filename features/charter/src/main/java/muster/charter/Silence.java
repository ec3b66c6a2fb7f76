package muster.charter;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What it means when nobody has decided at the end of the escalation path.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Silence.Escalate.class, name = "escalate"),
    @JsonSubTypes.Type(value = Silence.Default.class, name = "default")
})
public sealed interface Silence {
    /// Silence decides nothing: the question stays with everybody it was escalated to, overdue.
    record Escalate() implements Silence {}

    /// Silence decides, under a named rule.
    ///
    /// @param option the id of the option that is taken, or `recommended` for the one its proposer
    ///     recommended; a decision without such an option stays open
    /// @param rule the name under which the default is recorded: `isolate-by-default`
    record Default(String option, String rule) implements Silence {}
}
