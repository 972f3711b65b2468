package cn.anchang.marketing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Those who write, read and carry out what a sales report says. */
interface ReportPeople {

    /** Somebody who can own a task of the next plan. */
    record Owner(String userId, String name) {}

    /** Of those who work on the site. */
    List<Owner> owners(UUID projectId);

    String displayName(String userId);

    /** Of those who work on the site. */
    List<String> membersOf(String groupId, UUID projectId);

    Optional<String> mail(String userId);
}
