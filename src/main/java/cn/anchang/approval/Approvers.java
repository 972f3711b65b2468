package cn.anchang.approval;

import java.util.List;
import java.util.Optional;

/** The people who decide, as far as approvals need to know them. */
public interface Approvers {

    List<String> membersOf(String group);

    /** The group's name as people call it. */
    String nameOf(String group);

    String displayName(String userId);

    Optional<String> mail(String userId);
}
