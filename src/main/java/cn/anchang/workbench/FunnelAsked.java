package cn.anchang.workbench;

import cn.anchang.customer.Channel;
import cn.anchang.customer.LostReason;
import cn.anchang.report.FunnelDimension;
import cn.anchang.report.FunnelFate;
import cn.anchang.report.FunnelFilter;
import cn.anchang.report.FunnelPart;
import cn.anchang.report.FunnelStep;
import cn.anchang.report.Punctuality;
import cn.anchang.salescase.Stage;
import cn.anchang.salescase.UndoKind;
import cn.anchang.shared.Address;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** What is asked of the funnel, as it stands in the address; the last seven ask for one bar of its charts. */
record FunnelAsked(
        FunnelPeriod period,
        @DateTimeFormat(iso = ISO.DATE) LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) LocalDate to,
        UUID project,
        String building,
        String consultant,
        Channel channel,
        String layout,
        FunnelDimension by,
        FunnelStep step,
        FunnelStep last,
        FunnelFate fate,
        LostReason reason,
        UndoKind undone,
        Stage stage,
        Punctuality punctuality) {

    FunnelAsked {
        if (period == null) {
            period = from == null && to == null ? FunnelPeriod.LAST_90_DAYS : FunnelPeriod.CUSTOM;
        }
        by = by == null ? FunnelDimension.CHANNEL : by;
    }

    LocalDate begins(LocalDate today) {
        return period == FunnelPeriod.CUSTOM ? from : period.from(today);
    }

    LocalDate ends(LocalDate today) {
        return period == FunnelPeriod.CUSTOM ? to : period.to(today);
    }

    FunnelFilter filter(LocalDate today, Set<UUID> closed, String onlyConsultant) {
        return new FunnelFilter(
                begins(today),
                ends(today),
                project,
                closed,
                onlyConsultant == null ? consultant : onlyConsultant,
                channel,
                layout,
                building);
    }

    FunnelPart part() {
        return new FunnelPart(step, last, fate, reason, undone, stage, punctuality);
    }

    /** The same sales at another address; the bar asked for is left out. */
    Address at(String path) {
        return Address.of(path)
                .with("period", period)
                .with("from", period == FunnelPeriod.CUSTOM ? from : null)
                .with("to", period == FunnelPeriod.CUSTOM ? to : null)
                .with("project", project)
                .with("building", building)
                .with("consultant", consultant)
                .with("channel", channel)
                .with("layout", layout)
                .with("by", by == FunnelDimension.CHANNEL ? null : by);
    }

    /** The page of the bar's sales itself. */
    Address rows() {
        return at("/funnel/rows")
                .with("step", step)
                .with("last", last)
                .with("fate", fate)
                .with("reason", reason)
                .with("undone", undone)
                .with("stage", stage)
                .with("punctuality", punctuality);
    }
}
