package cn.anchang.collection;

import cn.anchang.payment.DueLine;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One notice for one instalment at one level.
 *
 * @param level days from the due date
 * @param rest what it asks for
 * @param letterId null when it is a call from the beginning
 * @param reason why the letter did not go, or somebody has to call; else null
 * @param resendOf the reminder a person sent again, or null
 */
public record Reminder(
        UUID id,
        UUID account,
        InstalmentKind kind,
        LocalDate dueOn,
        int nth,
        int seq,
        int level,
        Audience audience,
        Money rest,
        UUID letterId,
        ReminderState state,
        String reason,
        String madeBy,
        Instant madeAt,
        UUID resendOf,
        String callNote,
        LocalDate promisedOn) {

    static Reminder of(
            UUID id, DueLine line, int level, Audience audience, UUID letterId, String reason, String by, Instant at) {
        return new Reminder(
                id,
                line.account(),
                line.kind(),
                line.dueOn(),
                line.nth(),
                line.seq(),
                level,
                audience,
                line.rest(),
                letterId,
                letterId == null ? ReminderState.CALL : ReminderState.POSTED,
                reason,
                by,
                at,
                null,
                null,
                null);
    }

    Reminder again(UUID newId, UUID newLetter, Money restNow, String by, Instant at) {
        return new Reminder(
                newId,
                account,
                kind,
                dueOn,
                nth,
                seq,
                level,
                audience,
                restNow,
                newLetter,
                ReminderState.POSTED,
                null,
                by,
                at,
                id,
                null,
                null);
    }

    boolean isOf(DueLine line) {
        return account.equals(line.account()) && kind == line.kind() && dueOn.equals(line.dueOn()) && nth == line.nth();
    }
}
