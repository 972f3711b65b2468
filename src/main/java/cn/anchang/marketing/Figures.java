package cn.anchang.marketing;

import cn.anchang.customer.Channel;
import cn.anchang.customer.LostReason;
import cn.anchang.inventory.UnitState;
import cn.anchang.shared.Money;
import cn.anchang.shared.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A project's numbers of one period, as the rows and the ledger had them when asked; what freezes them writes them down whole.
 *
 * @param stockOn the day on which the stock stood like this
 * @param receipts confirmed and not reversed since, by the day paid
 * @param undone subscriptions undone in the period (挞定), whenever they were signed
 */
public record Figures(
        Period period,
        LocalDate stockOn,
        int visits,
        int firstVisits,
        int deposits,
        Money depositMoney,
        Deals subscriptions,
        Deals contracts,
        Money receipts,
        Money refunds,
        int undone,
        Money undoneMoney,
        List<Lost> lost,
        List<ByChannel> channels,
        List<Stock> stock,
        List<Suggestion> suggestions) {

    /** @param area gross, in ㎡ */
    public record Deals(int count, Money money, BigDecimal area) {

        /** In CNY for one ㎡, rounded half up to the cent; empty when nothing was sold. */
        public Optional<Money> averagePrice() {
            return area.signum() == 0
                    ? Optional.empty()
                    : Optional.of(Money.of(money.amount().divide(area, 2, RoundingMode.HALF_UP)));
        }
    }

    public record Lost(LostReason reason, int cases) {}

    /**
     * What a channel (渠道) brought: visits in the period, and deals of the period whose customer first came by it.
     *
     * @param cost what carried out activities cost; null where no plan knows it
     */
    public record ByChannel(
            Channel channel, int visits, int firstVisits, int subscriptions, int contracts, Money cost) {

        /** Empty without cost or without visits. */
        public Optional<Money> costPerVisit() {
            return cost == null || visits == 0
                    ? Optional.empty()
                    : Optional.of(Money.of(cost.amount().divide(BigDecimal.valueOf(visits), 2, RoundingMode.HALF_UP)));
        }
    }

    /** @param value at list prices */
    public record Stock(UnitState state, int units, BigDecimal area, Money value) {}

    /**
     * 客户建议.
     *
     * @param key to cite it by
     * @param source the customer's or the case's number, never a name (R35)
     */
    public record Suggestion(String key, String source, LocalDate on, String text) {}

    public int repeatVisits() {
        return visits - firstVisits;
    }

    /** Of the contracts signed in the period. */
    public Optional<Money> averagePrice() {
        return contracts.averagePrice();
    }

    public int lostCases() {
        return lost.stream().mapToInt(Lost::cases).sum();
    }

    public Stock stock(UnitState state) {
        return stock.stream().filter(line -> line.state() == state).findFirst().orElseThrow();
    }
}
