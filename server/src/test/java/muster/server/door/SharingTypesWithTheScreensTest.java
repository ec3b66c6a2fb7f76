package muster.server.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.kernel.Catalogue;
import muster.kernel.Feature;
import muster.kernel.Header;
import muster.kernel.Headline;
import muster.kernel.Scope;
import muster.kernel.View;
import muster.server.Features;
import org.junit.jupiter.api.Test;

/// The screens are compiled against what the server writes. With `-Dgolden=write` their types are brought up to
/// date; without, a difference is a failure.
class SharingTypesWithTheScreensTest {
    private static final Path FILE = Path.of("..", "web", "src", "api", "types.ts");

    /// Answers that are put together from written pieces, and what no record says.
    private static final String BY_HAND = """
            export type ViewName = keyof Views;
            export type CommandName = keyof Commands;

            /** Any JSON object. */
            export interface Json {
              readonly [name: string]: unknown;
            }

            /** `GET …/views/{view}` */
            export interface ViewNow<V extends ViewName = ViewName> {
              readonly stream: StreamId;
              readonly view: V;
              readonly seq: number;
              readonly cards: readonly Views[V][];
              readonly waiting: readonly Id[];
            }

            /** `GET …/at/{when}/views/{view}` */
            export interface ViewThen<V extends ViewName = ViewName> extends ViewNow<V> {
              readonly recordedAt: Instant;
              readonly time: Instant;
              readonly as?: Id;
              readonly proof: PastProof;
            }

            /** What waits for the reader: a card by its view and id. */
            export interface Waits<V extends ViewName = ViewName> {
              readonly view: V;
              readonly id: Id;
            }

            /** Feed event `snapshot`: everything. A view that the reader may see is there even if it is empty. */
            export interface FeedSnapshot {
              readonly stream: StreamId;
              readonly seq: number;
              readonly clock: Clock;
              readonly views: { readonly [V in ViewName]?: readonly Views[V][] };
            }

            export interface FeedViewChange<V extends ViewName = ViewName> {
              readonly view: V;
              /** New or other than before. */
              readonly cards: readonly Views[V][];
              readonly removed: readonly Id[];
              /** All ids in order, where taking out and adding at the end does not give it. */
              readonly order?: readonly Id[];
            }

            /** Feed event `change` */
            export interface FeedChange {
              readonly seq: number;
              readonly changes: readonly { readonly [V in ViewName]: FeedViewChange<V> }[ViewName][];
              /** Where it is another than before. */
              readonly clock?: Clock;
            }

            /** Feed event `waiting`: the reader's whole queue; without an id, sent anew with every connection. */
            export interface FeedWaiting {
              readonly seq: number;
              readonly waiting: readonly Waits[];
            }

            /** Every event of a feed by its name; after the last two the feed ends. */
            export interface FeedEvents {
              readonly snapshot: FeedSnapshot;
              readonly change: FeedChange;
              readonly waiting: FeedWaiting;
              readonly ended: Record<string, never>;
              readonly reconnect: Record<string, never>;
            }

            /** RFC 9457 */
            export interface ProblemDocument {
              readonly type: string;
              readonly title: string;
              readonly status: number;
              readonly code: string;
              readonly detail: string;
              readonly field?: string;
              readonly outcome?: 'refused' | 'unknown';
              readonly whoCan?: readonly Id[];
              readonly amr?: readonly string[];
            }

            /** `POST …/dry`: a list of these; required texts may be left out. */
            export type DryQuestion<C extends CommandName = CommandName> = {
              readonly [N in C]: { readonly type: N; readonly command: Partial<Commands[N]> };
            }[C];

            /** `GET …/keys/{key}` */
            export type KeyAnswer = KeyMade | KeyNone;
            """;

    private final Catalogue catalogue = Features.catalogue();
    private final TypeScript types = new TypeScript();

    @Test
    void the_screens_have_the_types_of_this_server() throws IOException {
        String fresh = text();
        if ("write".equals(System.getProperty("golden"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, fresh);
        }
        assertThat(Files.readString(FILE))
                .as(FILE + "; -Dgolden=write brings it up to date")
                .isEqualTo(fresh);
    }

    private String text() {
        StringBuilder text = new StringBuilder("// Generated by SharingTypesWithTheScreensTest (server module) from the"
                + " Java records of cards, commands and answers. Do not edit.\n\n");
        Map<String, String> views = new TreeMap<>();
        Map<String, String> commands = new TreeMap<>();
        StringBuilder names = new StringBuilder();
        for (Scope scope : List.of(Scope.CRISIS, Scope.ORGANISATION)) {
            Map<String, String> seen = views(scope);
            Map<String, String> asked = commands(scope);
            views.putAll(seen);
            commands.putAll(asked);
            String place = scope == Scope.CRISIS ? "Crisis" : "Organisation";
            names.append(union(place + "View", seen.keySet()));
            names.append(union(place + "Command", asked.keySet()));
        }
        answers();
        TypeScript.texts()
                .forEach(each -> text.append("export type ").append(each).append(" = string;\n"));
        text.append('\n').append(map("Views", views)).append('\n').append(map("Commands", commands));
        text.append('\n').append(names).append('\n').append(BY_HAND).append('\n');
        return text.append(types.declarations()).toString();
    }

    private Map<String, String> views(Scope scope) {
        Map<String, String> views = new LinkedHashMap<>();
        for (Feature<?, ?, ?> feature : catalogue.features(scope)) {
            for (View<?> view : feature.views()) {
                views.put(view.name(), types.of(view.cards()));
            }
        }
        return views;
    }

    private Map<String, String> commands(Scope scope) {
        Map<String, String> commands = new LinkedHashMap<>();
        catalogue.commands(scope).values().stream()
                .filter(Commands::isOpen)
                .forEach(shape -> commands.put(shape.name(), types.command(shape)));
        return commands;
    }

    private static String union(String name, Collection<String> words) {
        return words.stream()
                .sorted()
                .map(word -> "\n  | " + TypeScript.quoted(word))
                .collect(Collectors.joining("", "export type " + name + " =", ";\n"));
    }

    private static String map(String name, Map<String, String> types) {
        StringBuilder text = new StringBuilder("export interface " + name + " {\n");
        types.forEach((key, type) -> text.append("  readonly ")
                .append(TypeScript.quoted(key))
                .append(": ")
                .append(type)
                .append(";\n"));
        return text.append("}\n").toString();
    }

    private void answers() {
        types.spell("Envelope.command", "Commands[C]")
                .spell("Committed.outcome", "'committed'")
                .spell("KeyMade.outcome", "'committed'")
                .spell("KeyNone.outcome", "'none'")
                .spell(
                        "Foretold.outcome",
                        "'permitted' | 'refused' | 'forbidden' | 'step-up' | 'unseen' | 'malformed' | 'unavailable'"
                                + " | 'unknown' | 'fault'")
                .spell("HistoryLine.parts", "readonly (HeadlinePart & { readonly text: string })[]");
        types.of(Header.class);
        types.of(Headline.Part.class);
        Map<String, String> named = new LinkedHashMap<>();
        named.put("muster.kernel.Entries$Body", "EntryBody");
        named.put("muster.server.door.CommandDoor$Envelope", "Envelope<C extends CommandName = CommandName>");
        named.put("muster.server.door.Outcomes$Done", "Committed");
        named.put("muster.server.door.DryDoor$Verdict", "Foretold");
        named.put("muster.server.door.DryDoor$Foreseen", "Foreseen");
        named.put("muster.server.door.KeyDoor$Made", "KeyMade");
        named.put("muster.server.door.KeyDoor$None", "KeyNone");
        named.put("muster.server.door.ProofDoor$Inclusion", "InclusionProof");
        named.put("muster.server.door.ProofDoor$Consistency", "ConsistencyProof");
        named.put("muster.server.door.ProofDoor$PublicKey", "PublicKey");
        named.put("muster.server.door.ProofDoor$Keys", "PublicKeys");
        named.put("muster.server.door.PolicyDoor$Office", "PolicyOffice");
        named.put("muster.server.door.PolicyDoor$Grant", "PolicyGrant");
        named.put("muster.server.door.PolicyDoor$Policy", "Policy");
        named.put("muster.server.feed.Audience$Clock", "Clock");
        named.put("muster.server.feed.Tale$Told", "HistoryLine");
        named.put("muster.server.feed.HistoryDoor$Shown", "HistoryEntry");
        named.put("muster.server.feed.HistoryDoor$Page", "HistoryPage");
        named.put("muster.server.feed.TimelineDoor$Proof", "PastProof");
        named.put("muster.server.signin.MeDoor$Place", "MePlace");
        named.put("muster.server.signin.MeDoor$SignedIn", "MeSession");
        named.put("muster.server.signin.MeDoor$Me", "Me");
        named.forEach((type, name) -> types.call(found(type), name));
        named.keySet().forEach(type -> types.of(found(type)));
    }

    /// Records that only their door knows.
    private static Class<?> found(String type) {
        try {
            return Class.forName(type);
        } catch (ClassNotFoundException gone) {
            throw new AssertionError(type + " has another name now", gone);
        }
    }
}
