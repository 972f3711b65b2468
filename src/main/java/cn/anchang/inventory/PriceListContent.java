package cn.anchang.inventory;

import cn.anchang.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is approved of a price list. The prices themselves stay in the list's own rows, twenty thousand of them if need be; the digest of
 * each building covers every one, so that the fingerprint of this content does too.
 *
 * @param source the file it was imported from
 * @param units how many units it prices
 * @param changedUnits how many of them have a new price or their first
 * @param changed those units, as long as they fit into a document people can read; else empty
 */
record PriceListContent(
        UUID listId,
        String project,
        LocalDate effectiveOn,
        String source,
        int units,
        List<BuildingPrices> buildings,
        int changedUnits,
        List<ChangedPrice> changed) {

    PriceListContent {
        buildings = List.copyOf(buildings);
        changed = List.copyOf(changed);
    }

    /**
     * @param area gross, in ㎡
     * @param repriced how many units had a price before
     * @param repricedTotal what those cost by this list
     * @param formerTotal what those cost before
     * @param digest of unit, list price and floor price, of each unit
     */
    record BuildingPrices(
            String building,
            int units,
            BigDecimal area,
            Money total,
            int repriced,
            Money repricedTotal,
            Money formerTotal,
            String digest) {}

    /** Former prices are null for a unit that is priced for the first time. */
    record ChangedPrice(String unitNo, Money list, Money floor, Money formerList, Money formerFloor) {}
}
