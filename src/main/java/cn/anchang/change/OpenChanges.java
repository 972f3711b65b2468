package cn.anchang.change;

import cn.anchang.salescase.OpenMatters;
import cn.anchang.shared.Sentences;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A sale is not closed over a change order somebody waits for. */
@Component
class OpenChanges implements OpenMatters {

    static final Set<ChangeState> OPEN = EnumSet.range(ChangeState.DRAFT, ChangeState.FAILED);

    private final ChangeOrders orders;
    private final Sentences sentences;

    OpenChanges(ChangeOrders orders, Sentences sentences) {
        this.orders = orders;
        this.sentences = sentences;
    }

    @Override
    public List<String> of(UUID caseId) {
        return orders.findFirstByCaseIdAndStateIn(caseId, OPEN).stream()
                .map(order -> sentences.text("change.open", order.no(), order.kind()))
                .toList();
    }
}
