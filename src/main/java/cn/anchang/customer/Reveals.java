package cn.anchang.customer;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Reveals extends JpaRepository<Reveal, UUID> {

    List<Reveal> findByCustomerIdOrderByRevealedAt(UUID customerId);
}
