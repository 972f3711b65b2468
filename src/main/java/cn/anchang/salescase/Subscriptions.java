package cn.anchang.salescase;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** The subscription agreements, one a case. */
public interface Subscriptions extends Repository<Subscription, UUID> {

    Optional<Subscription> findByCaseId(UUID caseId);

    Subscription save(Subscription subscription);
}
