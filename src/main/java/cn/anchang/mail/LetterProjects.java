package cn.anchang.mail;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells which project what a letter is about belongs to; answered by those who know the rows. */
public interface LetterProjects {

    /** By what letters are about; what belongs to no project is not in it. */
    Map<String, UUID> of(Set<String> abouts);
}
