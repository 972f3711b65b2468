package cn.anchang.inventory;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Buildings extends JpaRepository<Building, UUID> {

    List<Building> findByProjectIdOrderByName(UUID projectId);
}
