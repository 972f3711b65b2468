package cn.anchang.inventory;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PriceLists extends JpaRepository<PriceList, UUID> {

    @Query("select coalesce(max(l.revision), 0) from PriceList l where l.projectId = :projectId")
    int lastRevision(UUID projectId);
}
