package cn.anchang.inventory;

import cn.anchang.approval.Signature;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A price list as the board names it.
 *
 * @param documentNo null, like document and version, for a list from before price lists were controlled documents
 * @param units how many units it prices, for one in force those that have their price from it
 * @param approved by whom and when, or null
 * @param holds whether it is still what was approved; without that nothing priced by it can be held
 */
public record PriceListView(
        UUID listId,
        UUID documentId,
        String documentNo,
        int version,
        LocalDate effectiveOn,
        int units,
        PriceListStanding standing,
        Signature approved,
        boolean holds) {}
