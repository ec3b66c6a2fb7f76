package muster.server.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import muster.kernel.Catalogue;
import muster.kernel.Clearance;
import muster.kernel.Feature;
import muster.kernel.Found;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Readings;
import muster.kernel.Ref;
import muster.kernel.Scope;
import muster.kernel.Wire;
import tools.jackson.databind.node.ObjectNode;

/// Headlines with their holes filled in, for whoever has a clearance.
final class Tale {
    private static final String HIDDEN = "(not for you)";

    private final Catalogue catalogue;
    private final Scope scope;
    private final Names names;
    private final Readings now;
    private final Clearance clearance;

    /// @param now what things and people are now: that decides who may see a name
    Tale(Catalogue catalogue, Scope scope, Names names, Readings now, Clearance clearance) {
        this.catalogue = catalogue;
        this.scope = scope;
        this.names = names;
        this.now = now;
        this.clearance = clearance;
    }

    /// A line of the timeline.
    ///
    /// @param text the whole line
    /// @param words with holes, for whoever wants to make links of the parts
    record Told(String text, String words, List<ObjectNode> parts) {}

    Told told(Headline headline) {
        List<ObjectNode> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String words = headline.words();
        int from = 0;
        for (int open = words.indexOf('{'); open >= 0; open = words.indexOf('{', from)) {
            int close = words.indexOf('}', open);
            text.append(words, from, open);
            text.append(words(headline.parts().get(Integer.parseInt(words.substring(open + 1, close)))));
            from = close + 1;
        }
        text.append(words, from, words.length());
        headline.parts().forEach(part -> parts.add(part(part)));
        return new Told(text.toString(), words, parts);
    }

    private ObjectNode part(Headline.Part part) {
        // the label of a thing that is not to be seen must not travel beside the words that hide it
        ObjectNode node = (ObjectNode) Wire.mapper()
                .valueToTree(
                        part instanceof Headline.Thing thing
                                ? Headline.thing(
                                        thing.ref().feature(), thing.ref().id(), muster.kernel.Content.absent())
                                : part);
        node.put("text", words(part));
        return node;
    }

    private String words(Headline.Part part) {
        return switch (part) {
            case Headline.Person(Id id) -> names.of(id, now).orElse("somebody");
            case Headline.Thing(Ref ref, Optional<String> label) -> maySee(ref) ? label.orElse("(withheld)") : HIDDEN;
            case Headline.Text(String text) -> text;
            case Headline.Moment(java.time.Instant at) -> Wire.text(at);
        };
    }

    /// What cannot be found any more was in the lane of the entry that speaks of it, and that is open.
    private boolean maySee(Ref ref) {
        return catalogue
                .feature(ref.feature(), scope)
                .flatMap(feature -> find(feature, ref.id()))
                .map(found -> clearance.sees(found.lane()))
                .orElse(true);
    }

    private <S> Optional<Found> find(Feature<?, ?, S> feature, Id id) {
        return feature.find(now.stateOf(feature.key()), id);
    }
}
