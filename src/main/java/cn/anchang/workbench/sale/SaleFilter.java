package cn.anchang.workbench.sale;

import cn.anchang.salescase.CaseState;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;

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
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/sales");
        add(address, "project", project);
        add(address, "state", state);
        add(address, "open", open ? "true" : null);
        add(address, "consultant", consultant);
        add(address, "customer", customer);
        add(address, "q", q);
        add(address, "page", page == 0 ? null : page);
        return address.build().encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value));
        }
    }
}
