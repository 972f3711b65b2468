package cn.anchang.salescase;

import cn.anchang.customer.CustomerCard;
import cn.anchang.customer.IdType;
import cn.anchang.inventory.OccupiedUnit;
import cn.anchang.payment.Statement;
import java.util.List;
import java.util.Optional;

/** Everything a card or a paper says about one case, numbers masked (R35). */
public record CaseFile(
        SalesCase salesCase,
        CustomerCard customer,
        Optional<OccupiedUnit> unit,
        Optional<Subscription> subscription,
        List<MaskedBuyer> buyers,
        Optional<SalesContract> contract,
        Optional<DealChecklist> checklist,
        List<AftercareStep> aftercare,
        List<Milestone> milestones,
        List<Notice> notices,
        Optional<Statement> money) {

    /** A buyer as the authority and the other side must be able to read them; whoever shows one notes it (R35). */
    public record ClearBuyer(String name, IdType idType, String idNo, String phone, int sharePercent) {}

    public record MaskedBuyer(String name, IdType idType, String maskedIdNo, String maskedPhone, int sharePercent) {}
}
