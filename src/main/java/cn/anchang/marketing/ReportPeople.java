package cn.anchang.marketing;

import java.util.List;
import java.util.Optional;

/** Those who write, read and carry out what a sales report says. */
interface ReportPeople {

    /** Somebody who can own a task of the next plan. */
    record Owner(String userId, String name) {}

    List<Owner> owners();

    String displayName(String userId);

    List<String> membersOf(String groupId);

    Optional<String> mail(String userId);
}
