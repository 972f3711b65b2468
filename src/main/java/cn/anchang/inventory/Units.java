package cn.anchang.inventory;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Units extends JpaRepository<Unit, UUID> {

    List<Unit> findByBuildingIdAndNumberIn(UUID buildingId, Collection<String> numbers);
}
