package cn.anchang.customer;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Visits extends JpaRepository<Visit, UUID> {

    int countByCustomerId(UUID customerId);

    boolean existsByCustomerIdAndProjectId(UUID customerId, UUID projectId);

    Optional<Visit> findFirstByCustomerIdOrderByVisitedAtDesc(UUID customerId);
}
