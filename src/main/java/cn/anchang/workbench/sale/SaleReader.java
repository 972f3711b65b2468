package cn.anchang.workbench.sale;

import cn.anchang.salescase.CaseFiles;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What one person may read of sales, as a condition on rows: the own ones, all, or those whose deal is done; never of a site that is
 * closed to them.
 *
 * @param all whether the person answers for the site or its money
 * @param afterTheDeal whether the person winds deals up
 * @param consultant whether the person sells
 * @param closed projects the person does not see
 */
public record SaleReader(String userId, boolean all, boolean afterTheDeal, boolean consultant, Set<UUID> closed) {

    private static final String DEAL_DONE = CaseFiles.DEAL_DONE.stream()
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", ", "(", ")"));

    public boolean readsAny() {
        return all || afterTheDeal || consultant;
    }

    /** A condition on a row {@code c} of the sales; it asks for the values it puts in. */
    String sales(Map<String, Object> values) {
        StringBuilder condition = new StringBuilder("(");
        if (all) {
            condition.append("true");
        } else {
            condition.append("c.consultant = :reader");
            values.put("reader", userId);
            if (afterTheDeal) {
                condition.append(" or c.state in ").append(DEAL_DONE);
            }
        }
        return condition.append(")").append(open("c.project_id", values)).toString();
    }

    /** A condition on a row {@code p} of the customers: as of the sales, and nobody learns of another consultant's. */
    String customers(Map<String, Object> values) {
        StringBuilder condition = new StringBuilder("(");
        if (all) {
            condition.append("true");
        } else {
            condition.append("p.owner = :reader");
            values.put("reader", userId);
            if (afterTheDeal) {
                condition
                        .append(
                                " or exists (select 1 from sales.sales_cases d where d.customer_id = p.id and d.state in ")
                        .append(DEAL_DONE)
                        .append(open("d.project_id", values))
                        .append(")");
            }
        }
        condition.append(")");
        if (!closed.isEmpty()) {
            values.put("closed", closed);
            condition.append(
                    " and (not exists (select 1 from sales.visits v where v.customer_id = p.id)"
                            + " or exists (select 1 from sales.visits v where v.customer_id = p.id and v.project_id not in (:closed)))");
        }
        return condition.toString();
    }

    /** The part of a condition that leaves closed sites out. */
    String open(String projectId, Map<String, Object> values) {
        if (closed.isEmpty()) {
            return "";
        }
        values.put("closed", closed);
        return " and " + projectId + " not in (:closed)";
    }
}
