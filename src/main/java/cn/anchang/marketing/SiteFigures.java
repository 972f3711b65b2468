package cn.anchang.marketing;

import cn.anchang.customer.Channel;
import cn.anchang.customer.VisitFigures;
import cn.anchang.inventory.StockFigures;
import cn.anchang.marketing.Figures.ByChannel;
import cn.anchang.marketing.Figures.Deals;
import cn.anchang.marketing.Figures.Lost;
import cn.anchang.marketing.Figures.Stock;
import cn.anchang.marketing.Figures.Suggestion;
import cn.anchang.payment.Takings;
import cn.anchang.salescase.SalesFigures;
import cn.anchang.salescase.SalesFigures.Deal;
import cn.anchang.shared.Money;
import cn.anchang.shared.Period;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks each module for its own numbers and puts them side by side. It counts nothing itself, so no number has two sources. */
@Service
public class SiteFigures {

    private final VisitFigures visits;
    private final SalesFigures sales;
    private final Takings takings;
    private final StockFigures stock;
    private final ObjectProvider<Plans> plans;
    private final Clock clock;

    SiteFigures(
            VisitFigures visits,
            SalesFigures sales,
            Takings takings,
            StockFigures stock,
            ObjectProvider<Plans> plans,
            Clock clock) {
        this.visits = visits;
        this.sales = sales;
        this.takings = takings;
        this.stock = stock;
        this.plans = plans;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Figures of(UUID projectId, Period period) {
        List<VisitFigures.ByChannel> came = visits.byChannel(projectId, period);
        List<Deal> subscribed = sales.subscribed(projectId, period);
        List<Deal> contracted = sales.contracted(projectId, period);
        Takings.Deposits deposits = takings.deposits(projectId, period);
        SalesFigures.Undone undone = sales.undone(projectId, period);
        return new Figures(
                period,
                LocalDate.now(clock),
                came.stream().mapToInt(VisitFigures.ByChannel::visits).sum(),
                came.stream().mapToInt(VisitFigures.ByChannel::first).sum(),
                deposits.count(),
                deposits.money(),
                deals(subscribed),
                deals(contracted),
                takings.received(projectId, period),
                takings.refunded(projectId, period),
                undone.cases(),
                undone.money(),
                sales.lost(projectId, period).entrySet().stream()
                        .map(lost -> new Lost(lost.getKey(), lost.getValue()))
                        .toList(),
                channels(came, subscribed, contracted, costs(projectId, period)),
                stock.now(projectId).stream()
                        .map(line -> new Stock(line.state(), line.units(), line.area(), line.value()))
                        .toList(),
                suggestions(projectId, period));
    }

    /** Asked late: plans lead to the summaries that ask for figures. */
    private Map<Channel, Money> costs(UUID projectId, Period period) {
        return plans.getObject().costs(projectId, period.from(), period.to());
    }

    private static Deals deals(List<Deal> deals) {
        return new Deals(
                deals.size(),
                Money.sum(deals.stream().map(Deal::money).toList()),
                deals.stream().map(Deal::area).reduce(new BigDecimal("0.00"), BigDecimal::add));
    }

    /** Every channel that brought anybody, sold anything or cost something. */
    private List<ByChannel> channels(
            List<VisitFigures.ByChannel> came, List<Deal> subscribed, List<Deal> contracted, Map<Channel, Money> cost) {
        Map<Channel, VisitFigures.ByChannel> visitsBy =
                came.stream().collect(Collectors.toMap(VisitFigures.ByChannel::channel, Function.identity()));
        Map<UUID, Channel> first = visits.channelsOf(Stream.of(subscribed, contracted)
                .flatMap(List::stream)
                .map(Deal::visitId)
                .collect(Collectors.toSet()));
        Map<Channel, Long> subscribedBy = countBy(subscribed, first);
        Map<Channel, Long> contractedBy = countBy(contracted, first);
        return Arrays.stream(Channel.values())
                .filter(channel -> visitsBy.containsKey(channel)
                        || subscribedBy.containsKey(channel)
                        || contractedBy.containsKey(channel)
                        || cost.containsKey(channel))
                .map(channel -> {
                    VisitFigures.ByChannel seen =
                            visitsBy.getOrDefault(channel, new VisitFigures.ByChannel(channel, 0, 0));
                    return new ByChannel(
                            channel,
                            seen.visits(),
                            seen.first(),
                            subscribedBy.getOrDefault(channel, 0L).intValue(),
                            contractedBy.getOrDefault(channel, 0L).intValue(),
                            cost.get(channel));
                })
                .toList();
    }

    private static Map<Channel, Long> countBy(List<Deal> deals, Map<UUID, Channel> channels) {
        return deals.stream()
                .collect(Collectors.groupingBy(deal -> channels.get(deal.visitId()), Collectors.counting()));
    }

    private List<Suggestion> suggestions(UUID projectId, Period period) {
        Stream<Suggestion> noted = visits.suggestions(projectId, period).stream()
                .map(said -> new Suggestion(said.id().toString(), said.customerNo(), said.on(), said.text()));
        Stream<Suggestion> summed = sales.suggestions(projectId, period).stream()
                .map(said -> new Suggestion(said.caseId().toString(), said.caseNo(), said.on(), said.text()));
        return Stream.concat(noted, summed)
                .sorted(Comparator.comparing(Suggestion::on))
                .toList();
    }
}
