package cn.anchang.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people who decide, as far as approvals need to know them. */
public interface Approvers {

    /** @param projectId whose site they are to work on; null for all there are */
    List<String> membersOf(String group, UUID projectId);

    /** The group's name as people call it. */
    String nameOf(String group);

    String displayName(String userId);

    Optional<String> mail(String userId);
}
