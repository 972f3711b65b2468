package cn.anchang.marketing;

import cn.anchang.customer.Channel;
import cn.anchang.shared.Money;
import java.time.LocalDate;

/**
 * An activity that took place, beside what was planned for it.
 *
 * @param visits who came because of it, or null when nobody counted
 * @param leads who left a phone number, or null
 */
public record CarriedOut(
        String activityKey,
        String title,
        Channel channel,
        LocalDate on,
        Money planned,
        Money cost,
        Integer visits,
        Integer leads,
        String result) {}
