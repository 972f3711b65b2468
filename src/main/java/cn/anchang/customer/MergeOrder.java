package cn.anchang.customer;

import java.util.Set;
import java.util.UUID;

/**
 * What is to become of two rows.
 *
 * @param staysVersion version of the row as it was compared, likewise {@code goneVersion}
 * @param fromGone what is taken from the row that goes; anything else stays as it is, and is taken from there too where it is blank
 */
public record MergeOrder(
        UUID stays, long staysVersion, UUID gone, long goneVersion, Set<MergeField> fromGone, String reason) {}
