package muster.charter;

import java.util.List;

/// How the charter itself is changed: by approval of those who have the right `charter.approve`.
///
/// @param approvals how many different people have to approve
/// @param authentication ways to sign in that count for it (RFC 8176 words); empty: any
public record ChangeRule(int approvals, List<String> authentication) {
    public ChangeRule {
        authentication = List.copyOf(authentication);
    }
}
