package cn.anchang.sample;

import cn.anchang.customer.Channel;
import cn.anchang.customer.Grade;
import cn.anchang.customer.LostReason;
import cn.anchang.customer.Segment;
import cn.anchang.inventory.UnitUse;
import cn.anchang.payment.PaymentTerms;
import java.time.Instant;

/**
 * Somebody of the story who comes to the site, and what becomes of it.
 *
 * @param email null for those who have to be called
 * @param talks how often the consultant talks with them before they make up their mind
 * @param order their place among those who pay by the same terms, from 0
 */
record Visitor(
        int number,
        String name,
        String phone,
        String idNo,
        String email,
        Instant comes,
        String consultant,
        Channel channel,
        Segment segment,
        Grade grade,
        UnitUse use,
        String layout,
        Fate fate,
        int talks,
        LostReason doubt,
        PaymentTerms terms,
        int order,
        Turn turn) {

    /** How it ends for them, as far as the story goes. */
    enum Fate {
        BUYS,
        /** Leaves at once. */
        LEAVES,
        /** Loses interest after a while. */
        FADES,
        /** Cannot make up their mind. */
        WAVERS,
        /** Has a unit held and does not come back with the money in time. */
        LETS_LAPSE,
        /** Has a unit held at this moment. */
        HOLDS
    }

    /** What happens to a buyer on the way besides. */
    enum Turn {
        NONE,
        EXTENDS,
        FORFEITS,
        WITHDRAWS,
        BARGAINS,
        /** The lower price is asked for and not granted yet. */
        BARGAINS_STILL,
        SIGNS_LATE,
        LOAN_REFUSED,
        LOAN_SMALLER,
        PAYS_IN_PARTS,
        MOVES_IN
    }

    /** Whether they come to the site again before the consultant would have called. */
    boolean comesAgain() {
        return number % 3 == 1;
    }
}
