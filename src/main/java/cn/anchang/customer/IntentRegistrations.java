package cn.anchang.customer;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface IntentRegistrations extends JpaRepository<IntentRegistration, UUID> {}
