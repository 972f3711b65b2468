package cn.anchang.collection;

import java.util.UUID;

/** Sets the approval of a waiver going. */
public interface WaiverProcess {

    void asked(UUID waiverId, String applicant, String customerName, String unitNo);
}
