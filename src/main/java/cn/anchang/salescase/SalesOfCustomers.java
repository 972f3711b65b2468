package cn.anchang.salescase;

import cn.anchang.customer.CustomerHandedOver;
import cn.anchang.customer.CustomerSales;
import cn.anchang.customer.CustomersMerged;
import cn.anchang.engine.HandOvers;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sales follow their customer: to another consultant while they are open, and to the row that goes on after a merge. */
@Component
class SalesOfCustomers implements CustomerSales {

    private static final Set<CaseState> TALKED_ABOUT = EnumSet.of(CaseState.NEGOTIATING, CaseState.HOLDING);

    private final SalesCases cases;
    private final HandOvers handOvers;
    private final ApplicationEventPublisher events;

    SalesOfCustomers(SalesCases cases, HandOvers handOvers, ApplicationEventPublisher events) {
        this.cases = cases;
        this.handOvers = handOvers;
        this.events = events;
    }

    @Override
    public List<Talk> openTalks(UUID customerId) {
        return cases.findByCustomerIdAndStateIn(customerId, TALKED_ABOUT).stream()
                .map(one -> new Talk(one.projectId(), one.projectName(), one.no(), one.followUpOn()))
                .toList();
    }

    @EventListener
    void on(CustomersMerged merged) {
        cases.findByCustomerId(merged.gone()).forEach(one -> one.belongsTo(merged.stays()));
    }

    /** Sales that are over keep the consultant who made them. */
    @EventListener
    void on(CustomerHandedOver handed) {
        for (SalesCase one : cases.findByCustomerId(handed.customerId())) {
            if (!one.state().isClosed() && one.consultant().equals(handed.from())) {
                one.handTo(handed.to());
                handOvers.follow(one.id().toString(), handed.from(), handed.to());
                events.publishEvent(new SaleHandedOver(one.id(), handed.from(), handed.to()));
            }
        }
    }
}
