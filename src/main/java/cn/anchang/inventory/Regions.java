package cn.anchang.inventory;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Regions extends JpaRepository<Region, UUID> {

    Optional<Region> findByName(String name);
}
