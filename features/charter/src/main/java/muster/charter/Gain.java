package muster.charter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muster.kernel.Id;

/// Whom a change of the charter gives more than they have: they may want it, but they do not approve it.
final class Gain {
    private Gain() {}

    /// The persons of the new charter who get a role, a right, or a say in decisions that they have not under
    /// the old one.
    static List<Id> of(Charter from, Charter to) {
        return to.people().stream()
                .filter(person -> gainsRights(from, to, person)
                        || !roles(from, person).containsAll(roles(to, person))
                        || to.decisionTypes().stream().anyMatch(type -> widens(from, to, type, person)))
                .toList();
    }

    private static Set<String> roles(Charter charter, Id person) {
        Set<String> names = new HashSet<>();
        charter.rolesOf(person).forEach(role -> names.add(role.name()));
        return names;
    }

    /// What everybody gets is nobody's gain: else nobody could approve it.
    private static boolean gainsRights(Charter from, Charter to, Id person) {
        Set<String> before = rights(from, person);
        before.addAll(from.everyone());
        return rights(to, person).stream().anyMatch(right -> !Rights.cover(before, right));
    }

    private static Set<String> rights(Charter charter, Id person) {
        Set<String> rights = new HashSet<>();
        charter.rolesOf(person).forEach(role -> rights.addAll(role.rights()));
        return rights;
    }

    /// Whether the person could decide such a question earlier on its path, or with fewer others, than
    /// before.
    private static boolean widens(Charter from, Charter to, DecisionType type, Id person) {
        int now = firstLevel(type, roles(to, person));
        if (now > type.lastLevel()) {
            return false;
        }
        return from.decisionType(type.name())
                .map(before -> now < firstLevel(before, roles(from, person))
                        || type.quorum() < before.quorum()
                        || (type.proposerMayApprove() && !before.proposerMayApprove()))
                .orElse(true);
    }

    /// The first level at which one of the roles may decide; beyond the last where none ever may.
    private static int firstLevel(DecisionType type, Set<String> roles) {
        for (int level = 0; level <= type.lastLevel(); level++) {
            if (type.rolesAt(level).stream().anyMatch(roles::contains)) {
                return level;
            }
        }
        return Integer.MAX_VALUE;
    }
}
