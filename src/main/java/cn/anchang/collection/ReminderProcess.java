package cn.anchang.collection;

import java.util.UUID;

/** Tells the engine what reminders want of people. */
public interface ReminderProcess {

    /** No letter reaches the buyer: the consultant is to call. */
    void callNeeded(UUID reminderId, String consultant, String customerName, String unitNo, String subject);

    /** The money came, or is not asked for any more: an open call ends by itself. Otherwise nothing happens. */
    void callNeedless(UUID reminderId);
}
