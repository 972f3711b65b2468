package cn.anchang.salescase;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What the cases were reminded of. */
public interface Notices extends Repository<Notice, UUID> {

    List<Notice> findByCaseIdOrderByNoticedAt(UUID caseId);

    Notice save(Notice notice);
}
