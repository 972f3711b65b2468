package cn.anchang.inventory;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Projects extends JpaRepository<Project, UUID> {

    Optional<Project> findByName(String name);

    Optional<Project> findByCode(String code);
}
