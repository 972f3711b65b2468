package cn.anchang.workbench.sale;

import cn.anchang.salescase.CaseState;
import cn.anchang.shared.Address;
import java.util.UUID;

/**
 * Which sales a list shows, as it stands in the address.
 *
 * @param state how far they have come; null for any
 * @param open whether only those that still go on
 * @param q part of a customer's name or unit's number, or the end of a phone or case number
 */
record SaleFilter(UUID project, CaseState state, boolean open, String consultant, UUID customer, String q) {

    /** @return null when nothing was typed */
    String text() {
        return Typed.of(q).filter(typed -> !typed.isEmpty()).orElse(null);
    }

    public String at(int page) {
        return Address.of("/sales")
                .with("project", project)
                .with("state", state)
                .with("open", open ? true : null)
                .with("consultant", consultant)
                .with("customer", customer)
                .with("q", q)
                .with("page", page == 0 ? null : page)
                .toString();
    }
}
