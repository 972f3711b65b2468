package cn.anchang.workbench.customers;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who looks at customers, and which of them they see.
 *
 * @param closed projects the person does not work on; customers who were only ever there are not shown
 * @param manages whether the person is the site manager, who hands over and merges
 */
record Viewer(String userId, Scope scope, Set<UUID> closed, boolean manages) {

    enum Scope {
        /** Those who answer for the site. */
        ALL,
        /** A consultant: the own customers. */
        OWN,
        /** Those who wind sales up: customers whose deal is done. */
        DEALS
    }

    /**
     * What a row of {@code sales.customers c} must be for this person to see it.
     *
     * @param values takes what the condition asks for
     * @param single whether one customer is asked for: a consultant also sees somebody else's customer whose sale they carry
     */
    String sees(Map<String, Object> values, boolean single) {
        StringBuilder where = new StringBuilder();
        if (scope == Scope.OWN) {
            values.put("me", userId);
            where.append(
                    single
                            ? " and (c.owner = :me or exists (select 1 from sales.sales_cases mine where mine.customer_id = c.id"
                                    + " and mine.consultant = :me))"
                            : " and c.owner = :me");
        } else if (scope == Scope.DEALS) {
            where.append(
                    " and exists (select 1 from sales.sales_cases done where done.customer_id = c.id and done.state in"
                            + " ('CHECKED', 'COMPLETED')");
            where.append(closed.isEmpty() ? ")" : " and done.project_id not in (:closed))");
        }
        if (!closed.isEmpty()) {
            values.put("closed", closed);
            where.append(
                    " and (not exists (select 1 from sales.visits v where v.customer_id = c.id)"
                            + " or exists (select 1 from sales.visits v where v.customer_id = c.id and v.project_id not in (:closed)))");
        }
        return where.toString();
    }
}
