package cn.anchang.approval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may decide: members of the step's group on the site it is about, but nobody about what they prepared or submitted (R36). */
@Component
class Entitlement {

    private final Approvers approvers;
    private final ApprovalSettings settings;

    Entitlement(Approvers approvers, ApprovalSettings settings) {
        this.approvers = approvers;
        this.settings = settings;
    }

    /** The step's group, or the next above it in which somebody is left to decide. Empty when there is nobody up to the top. */
    Optional<String> groupToAsk(String group, UUID projectId, Set<String> interested) {
        return upwards(group).stream()
                .filter(candidate -> !entitled(candidate, projectId, interested).isEmpty())
                .findFirst();
    }

    /** Those of a group who may decide. */
    List<String> entitled(String group, UUID projectId, Set<String> interested) {
        return approvers.membersOf(group, projectId).stream()
                .filter(member -> !interested.contains(member))
                .toList();
    }

    boolean isMember(String person, String group, UUID projectId) {
        return group != null && approvers.membersOf(group, projectId).contains(person);
    }

    /** The next group above with somebody else to decide. */
    Optional<String> superior(String group, UUID projectId, Set<String> interested) {
        return settings.superiorOf(group).flatMap(above -> groupToAsk(above, projectId, interested));
    }

    private Set<String> upwards(String group) {
        Set<String> chain = new LinkedHashSet<>();
        Optional<String> next = Optional.of(group);
        while (next.isPresent() && chain.add(next.get())) {
            next = settings.superiorOf(next.get());
        }
        return chain;
    }
}
