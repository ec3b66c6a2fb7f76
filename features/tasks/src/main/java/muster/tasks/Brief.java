package muster.tasks;

import java.util.Optional;
import muster.kernel.Content;
import muster.kernel.Id;
import muster.kernel.Ref;

/// What is asked.
///
/// @param subject what the work acts upon (`site:hamburg`), so that orders that contradict each other can be
///     found
/// @param askedBy who offered it first; nobody where Muster itself did, for a playbook
/// @param origin what it was made of: a message, a playbook step
/// @param digest of the entry that gave it its present words
public record Brief(
        Content<String> title,
        Content<String> description,
        Optional<String> subject,
        Optional<Id> askedBy,
        Optional<Ref> origin,
        String digest) {

    Brief worded(Content<String> newTitle, Content<String> newDescription, String by) {
        return new Brief(newTitle, newDescription, subject, askedBy, origin, by);
    }
}
