package cn.anchang.customer;

import java.util.Optional;

/** What this module asks of the people who work here. */
interface Consultants {

    /** What a user is called; the id itself for somebody who is gone. */
    String nameOf(String userId);

    /** The consultant of this name or user id; empty for nobody, and for a name two of them share. */
    Optional<String> find(String nameOrId);

    /** Whether the user may see the numbers of customers who are not their own (R35): the site manager may. */
    boolean maySeeEveryNumber(String userId);
}
