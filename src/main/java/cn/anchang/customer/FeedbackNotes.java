package cn.anchang.customer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface FeedbackNotes extends JpaRepository<FeedbackNote, UUID> {

    Optional<FeedbackNote> findFirstByCustomerIdOrderByNotedAtDesc(UUID customerId);

    List<FeedbackNote> findByVisitIdOrderByNotedAt(UUID visitId);
}
