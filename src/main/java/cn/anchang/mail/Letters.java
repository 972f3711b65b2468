package cn.anchang.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The letters, waiting and done. */
interface Letters extends Repository<PostedLetter, UUID> {

    PostedLetter save(PostedLetter letter);

    Optional<PostedLetter> findById(UUID id);

    List<PostedLetter> findByAboutOrderByPostedAt(String about);

    List<PostedLetter> findAllByOrderByPostedAtDesc(Limit most);

    long countByState(LetterState state);

    /** The next letters that are due, kept from every other worker until the transaction ends. */
    @Query(value = """
                    select * from sales.letters where state = 'WAITING' and next_attempt_at <= :now
                    order by next_attempt_at, posted_at limit :most for update skip locked""", nativeQuery = true)
    List<PostedLetter> nextDue(Instant now, int most);
}
