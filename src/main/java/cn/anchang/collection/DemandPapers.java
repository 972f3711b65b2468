package cn.anchang.collection;

import java.util.Optional;
import java.util.UUID;

/** The printed 催款函; filled in and kept by whoever prints. */
public interface DemandPapers {

    /**
     * A letter as it was issued.
     *
     * @param title what people call it, with its number
     * @param path the page it is printed from
     */
    record IssuedLetter(String title, String path) {}

    /** The one issued last about these arrears. */
    Optional<IssuedLetter> latest(UUID arrears);

    /** Issues the letter about these arrears as it was approved last, in the name of whoever wrote it. */
    IssuedLetter issue(UUID arrears);
}
