package muster.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges permissions against circumstances: the one function that the engine runs before an event is
/// written and the verifier runs on it afterwards.
public final class Judge {
    private Judge() {}

    /// What a judgement says.
    public sealed interface Judgement {}

    /// @param by what it rested on, in the order asked
    public record Permitted(List<String> by) implements Judgement {}

    /// @param lacking the first permission that was not met
    /// @param words what is lacking, for people
    public record Denied(Permission lacking, String words) implements Judgement {}

    public static Judgement judge(Permission permission, Circumstances circumstances) {
        List<String> by = new ArrayList<>();
        Optional<Denied> denied = denied(permission, circumstances, by);
        return denied.isPresent() ? denied.get() : new Permitted(List.copyOf(by));
    }

    private static Optional<Denied> denied(Permission permission, Circumstances given, List<String> by) {
        Standing standing = given.standing();
        Optional<Id> person = given.actor().asPerson();
        boolean inside = person.isPresent() && standing.member();
        return switch (permission) {
            case Permission.Right(String right) ->
                met(inside && standing.has(right), permission, "the right " + right, "right " + right, by);
            case Permission.OneOf(String relation, List<Id> persons) ->
                met(inside && persons.contains(person.orElseThrow()), permission, relation, relation, by);
            case Permission.Seated(String relation, List<String> roles) -> {
                Optional<HeldSeat> seat = standing.seats().stream()
                        .filter(held -> roles.contains(held.role()))
                        .findFirst();
                String held = seat.map(HeldSeat::role).orElse("");
                yield met(
                        inside && seat.isPresent(),
                        permission,
                        relation + " (" + String.join(" or ", roles) + ")",
                        relation + " (" + held + ")",
                        by);
            }
            case Permission.NoneOf(String rule, List<Id> persons) ->
                met(inside && !persons.contains(person.orElseThrow()), permission, rule, rule, by);
            case Permission.Authenticated(List<String> amr) -> {
                Optional<String> used = given.actor() instanceof Actor.Responder responder
                        ? responder.amr().stream().filter(amr::contains).findFirst()
                        : Optional.empty();
                yield met(
                        used.isPresent(),
                        permission,
                        "a sign-in by " + String.join(" or ", amr),
                        "signed in by " + used.orElse(""),
                        by);
            }
            case Permission.Human() -> met(inside && standing.human(), permission, "a human", "a human", by);
            case Permission.OnHost() ->
                met(given.actor() instanceof Actor.Operator, permission, "operator on the host", "operator", by);
            case Permission.Member() -> met(inside, permission, "a member", "a member", by);
            case Permission.Nobody() -> met(false, permission, "nobody may: Muster itself does it", "", by);
            case Permission.Every(List<Permission> all) -> {
                for (Permission part : all) {
                    Optional<Denied> denied = denied(part, given, by);
                    if (denied.isPresent()) {
                        yield denied;
                    }
                }
                yield Optional.empty();
            }
            case Permission.Either(List<Permission> any) -> {
                Optional<Denied> first = Optional.empty();
                for (Permission part : any) {
                    List<String> tried = new ArrayList<>();
                    Optional<Denied> denied = denied(part, given, tried);
                    if (denied.isEmpty()) {
                        by.addAll(tried);
                        yield denied;
                    }
                    first = first.isPresent() ? first : denied;
                }
                yield first.or(() -> Optional.of(new Denied(permission, "one of no ways: nobody may")));
            }
        };
    }

    private static Optional<Denied> met(
            boolean met, Permission permission, String lacking, String by, List<String> all) {
        if (!met) {
            return Optional.of(new Denied(permission, lacking));
        }
        all.add(by);
        return Optional.empty();
    }

    /// The persons who would meet the permission, as far as it names or implies persons; for "who can"
    /// answers.
    public static List<Id> whoCan(Permission permission, Authority authority, Circumstances given) {
        return named(permission, authority, given).orElse(List.of());
    }

    /// Empty where the permission names nobody in particular; an empty list where nobody meets it.
    private static Optional<List<Id>> named(Permission permission, Authority authority, Circumstances given) {
        return switch (permission) {
            case Permission.Right(String right) ->
                Optional.of(authority.withRight(right, given.readings(), given.recordedAt()));
            case Permission.OneOf(String relation, List<Id> persons) -> Optional.of(persons);
            case Permission.Seated(String relation, List<String> roles) ->
                Optional.of(roles.stream()
                        .flatMap(role -> authority.inRole(role, given.readings(), given.recordedAt()).stream())
                        .distinct()
                        .toList());
            case Permission.Every(List<Permission> all) -> {
                List<Id> excluded = all.stream()
                        .filter(Permission.NoneOf.class::isInstance)
                        .flatMap(part -> ((Permission.NoneOf) part).persons().stream())
                        .toList();
                yield all.stream()
                        .flatMap(part -> named(part, authority, given).stream())
                        .reduce((some, others) ->
                                some.stream().filter(others::contains).toList())
                        .map(some -> some.stream()
                                .filter(id -> !excluded.contains(id))
                                .toList());
            }
            case Permission.Either(List<Permission> any) ->
                Optional.of(any.stream()
                        .flatMap(part -> whoCan(part, authority, given).stream())
                        .distinct()
                        .toList());
            case Permission.Nobody nobody -> Optional.of(List.of());
            case Permission.OnHost host -> Optional.of(List.of());
            case Permission.NoneOf none -> Optional.empty();
            case Permission.Authenticated authenticated -> Optional.empty();
            case Permission.Human human -> Optional.empty();
            case Permission.Member member -> Optional.empty();
        };
    }
}
