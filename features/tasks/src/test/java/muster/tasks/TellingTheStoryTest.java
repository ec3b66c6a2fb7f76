package muster.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import muster.crises.RoomCommand;
import muster.decisions.DecisionCommand;
import muster.kernel.Catalogue;
import muster.kernel.Event;
import muster.kernel.Feature;
import muster.kernel.Headline;
import muster.kernel.Id;
import muster.kernel.Recorded;
import muster.kernel.Ref;
import muster.kernel.Scope;
import muster.kernel.Wire;
import muster.testing.Actors;
import org.junit.jupiter.api.Test;

class TellingTheStoryTest {
    private static final List<String> NAMES =
            List.of("dana", "kenji", "amara", "omar", "marcus", "judith", "tomas", "george");

    private final AWorkshop workshop = new AWorkshop();

    @Test
    void a_task_is_told_from_the_first_offer_to_the_end() {
        Id task = workshop.offered(AWorkshop.TUNNEL, offer -> offer.verifiedBy(workshop.id("marcus")));
        workshop.after(Work.TIME_TO_ANSWER);
        workshop.as("kenji").give(new TaskCommand.Decline(task, "On a plane."));
        workshop.as("dana").give(new TaskCommand.HandOver(task, workshop.id("amara"), "Kenji flies."));
        workshop.as("amara").give(new TaskCommand.Accept(task));
        workshop.as("amara").give(new TaskCommand.Start(task));
        workshop.as("amara")
                .give(new TaskCommand.Block(task, BlockCause.ACCESS, Optional.empty(), Optional.empty(), "No key."));
        workshop.as("amara").give(new TaskCommand.Unblock(task, "A key came."));
        workshop.as("amara").give(new TaskCommand.HandOver(task, workshop.id("kenji"), "My shift ends."));
        workshop.as("kenji").give(new TaskCommand.Accept(task));
        workshop.as("kenji").give(new TaskCommand.Complete(task, "Both ends.", List.of()));
        workshop.as("marcus").give(new TaskCommand.SendBack(task, "One is open."));
        workshop.as("kenji").give(new TaskCommand.Complete(task, "", List.of()));
        workshop.as("marcus").give(new TaskCommand.Verify(task, ""));
        workshop.as("dana").give(new TaskCommand.Reopen(task, "It is open again."));
        workshop.as("dana").give(new TaskCommand.Drop(task, "The site is off."));

        assertThat(told())
                .containsExactly(
                        "dana asks kenji to do «Close the tunnel to Rotterdam»",
                        "kenji has not answered about «Close the tunnel to Rotterdam»",
                        "kenji declines «Close the tunnel to Rotterdam»: On a plane.",
                        "dana asks amara to do «Close the tunnel to Rotterdam» instead: Kenji flies.",
                        "amara accepts «Close the tunnel to Rotterdam»",
                        "amara starts «Close the tunnel to Rotterdam»",
                        "amara cannot go on with «Close the tunnel to Rotterdam»: No key.",
                        "amara can go on with «Close the tunnel to Rotterdam»: A key came.",
                        "amara asks kenji to take over «Close the tunnel to Rotterdam»: My shift ends.",
                        "kenji takes over «Close the tunnel to Rotterdam» from amara",
                        "kenji completes «Close the tunnel to Rotterdam»: Both ends.",
                        "marcus sends «Close the tunnel to Rotterdam» back: One is open.",
                        "kenji completes «Close the tunnel to Rotterdam»",
                        "marcus verifies «Close the tunnel to Rotterdam»",
                        "dana reopens «Close the tunnel to Rotterdam»: It is open again.",
                        "dana drops «Close the tunnel to Rotterdam»: The site is off.");
    }

    @Test
    void changes_of_its_terms_are_told() {
        Id other = workshop.completed("Plan");
        Id task = workshop.offered("Plug");
        workshop.as("omar").give(new TaskCommand.Take(task));
        workshop.as("dana").give(new TaskCommand.SetRisk(task, Risk.HIGH, "The plant."));
        workshop.as("dana")
                .give(new TaskCommand.SetDue(task, Optional.of(workshop.in(Duration.ofHours(1))), "The shift."));
        workshop.after(Duration.ofHours(1));
        workshop.as("dana").give(new TaskCommand.SetDue(task, Optional.empty(), "No hurry."));
        workshop.as("dana").give(new TaskCommand.SetDependencies(task, List.of(other), "It needs it."));
        workshop.as("dana").give(new TaskCommand.SetVerifier(task, workshop.id("marcus"), "It matters."));
        workshop.as("dana").give(new TaskCommand.Reword(task, "Plugs", "", "Two."));
        workshop.as("dana")
                .give(new TaskCommand.NameSubstitute(
                        task, workshop.id("kenji"), workshop.in(Duration.ofHours(1)), "Sleep."));
        workshop.as("dana").give(new TaskCommand.EndSubstitution(task, "Awake."));
        workshop.as("dana").give(new TaskCommand.Reassign(task, workshop.id("kenji"), "Sleep."));
        workshop.as("kenji").give(new TaskCommand.Decline(task, "No."));
        workshop.as("dana").give(new TaskCommand.Reassign(task, workshop.id("kenji"), "Sleep."));
        workshop.as("dana").give(new TaskCommand.Recall(task));

        assertThat(told().subList(4, told().size()))
                .containsExactly(
                        "dana asks kenji to do «Plug»",
                        "omar takes «Plug», which nobody owned",
                        "dana sets the risk of «Plug» to high: The plant.",
                        "dana sets «Plug» due 2026-11-23T15:00:00.000Z: The shift.",
                        "«Plug» was due 2026-11-23T15:00:00.000Z",
                        "dana sets no time for «Plug»: No hurry.",
                        "dana changes what «Plug» has to wait for: It needs it.",
                        "dana lets marcus verify «Plug»: It matters.",
                        "dana words «Plug» anew: Two.",
                        "dana lets kenji act as owner of «Plugs»: Sleep.",
                        "dana ends the substitution for «Plugs»: Awake.",
                        "dana asks kenji to take over «Plugs»: Sleep.",
                        "kenji does not take over «Plugs»: No.",
                        "dana asks kenji to take over «Plugs»: Sleep.",
                        "dana no longer hands over «Plugs»");
    }

    @Test
    void what_decisions_and_other_tasks_do_to_it_is_told() {
        Id decision = workshop.asked("Isolate?");
        Id first = workshop.started("First");
        Id second = workshop.owned("Second", offer -> offer.forDecision(decision));
        Id third = workshop.owned("Third", offer -> offer.forDecision(decision));
        workshop.as("kenji")
                .give(new TaskCommand.Block(
                        second, BlockCause.TASK, Optional.empty(), Optional.of(Ref.to("tasks", first)), "Wait."));
        workshop.as("kenji")
                .give(new TaskCommand.Block(
                        third, BlockCause.PERSON, Optional.of(workshop.id("amara")), Optional.empty(), "Wait."));
        workshop.complete(first);
        workshop.as("kenji").give(new DecisionCommand.Withdraw(decision, "No."));
        workshop.as("kenji").give(new TaskCommand.ConfirmStop(second, Answer.CHANGED, "Less."));
        workshop.as("kenji").give(new TaskCommand.ConfirmStop(third, Answer.STOPPED, "Ends."));
        workshop.as("dana").give(AnOffer.of("Call", workshop.id("judith")).command());
        workshop.as("judith").give(new TaskCommand.Accept(workshop.id("Call")));
        workshop.as("dana").give(new RoomCommand.Dismiss(workshop.id("judith"), "Over."));
        workshop.as("dana")
                .give(new RoomCommand.Admit(
                        workshop.id("judith"), "legal", Optional.of(workshop.in(Duration.ofDays(1))), "Again."));

        assertThat(told().subList(7, told().size()))
                .containsExactly(
                        "kenji cannot go on with «Second», waiting for tasks: Wait.",
                        "kenji cannot go on with «Third», waiting for amara: Wait.",
                        "kenji completes «First»",
                        "«Second» no longer waits for tasks",
                        "«Second» is to stop or change: the decision decisions was withdrawn",
                        "«Third» is to stop or change: the decision decisions was withdrawn",
                        "kenji goes on with «Second» in another way: Less.",
                        "kenji stops «Third»: Ends.",
                        "dana asks judith to do «Call»",
                        "judith accepts «Call»",
                        "«Call» needs another owner: its owner has left",
                        "The owner of «Call» is back");
    }

    /// The headlines of everything that happened to tasks, names filled in.
    private List<String> told() {
        Catalogue catalogue = workshop.room.scenario().engine().catalogue();
        Feature<?, Event, Object> tasks =
                catalogue.feature("tasks", Scope.CRISIS).orElseThrow();
        List<String> told = new ArrayList<>();
        for (Recorded<Event> recorded : workshop.room.scenario().events()) {
            if (recorded.event() instanceof TaskEvent) {
                Object before = workshop.room
                        .scenario()
                        .engine()
                        .at(workshop.room.stream(), recorded.seq())
                        .stateOf(Tasks.KEY);
                told.add(words(tasks.tell(recorded, before)));
            }
        }
        return told;
    }

    private static String words(Headline headline) {
        List<String> parts =
                headline.parts().stream().map(TellingTheStoryTest::words).collect(Collectors.toList());
        String words = headline.words();
        for (int i = 0; i < parts.size(); i++) {
            words = words.replaceAll("\\{" + i + "}", Matcher.quoteReplacement(parts.get(i)));
        }
        return words;
    }

    private static String words(Headline.Part part) {
        return switch (part) {
            case Headline.Person(Id id) ->
                NAMES.stream()
                        .filter(name -> Actors.id(name).equals(id))
                        .findFirst()
                        .orElse("?");
            case Headline.Thing(Ref ref, Optional<String> label) ->
                label.map(title -> "«" + title + "»").orElse(ref.feature());
            case Headline.Text(String text) -> text;
            case Headline.Moment(java.time.Instant at) -> Wire.text(at);
        };
    }
}
