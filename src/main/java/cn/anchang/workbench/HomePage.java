package cn.anchang.workbench;

import cn.anchang.collection.Tracking;
import cn.anchang.collection.TrackingFilter;
import cn.anchang.collection.TrackingStatus;
import cn.anchang.collection.TrackingTotals;
import cn.anchang.engine.MyTasks;
import cn.anchang.engine.TaskCounts;
import cn.anchang.kpi.SiteNumbers;
import cn.anchang.kpi.Targets;
import cn.anchang.mail.ServerTroubles;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page 首页: what waits for the person signed in, what is to come in, what is behind; each number leads to its list. */
@Controller
class HomePage {

    private static final Set<String> RECEIVES_VISITORS = Set.of(Staff.SALES, Staff.SITE_MANAGER);
    private static final Set<String> TOLD_OF_TROUBLE = Set.of(Staff.SITE_MANAGER, Staff.IT_SUPPORT);
    private static final Set<String> FOLLOWS_ALL = Set.of(Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR);
    private static final Set<String> EXPECTS_ALL_MONEY =
            Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    private static final String APPROVAL = "approval-round";
    private static final int LINES = 6;

    /** @param to the last day of this week, a Sunday */
    record Expected(LocalDate from, LocalDate to, long count, Money rest, long overdue, Money overdueRest) {}

    private final TaskCounts counts;
    private final MyTasks tasks;
    private final FollowUps followUps;
    private final Tracking tracking;
    private final SiteNumbers numbers;
    private final Targets targets;
    private final Sites sites;
    private final Staff staff;
    private final Clock clock;
    private final Readable readable;
    private final Sentences sentences;
    private final ServerTroubles troubles;
    private final List<HomeLink> links;

    HomePage(
            TaskCounts counts,
            MyTasks tasks,
            FollowUps followUps,
            Tracking tracking,
            SiteNumbers numbers,
            Targets targets,
            Sites sites,
            Staff staff,
            Clock clock,
            Readable readable,
            Sentences sentences,
            ServerTroubles troubles,
            ObjectProvider<HomeLink> links) {
        this.counts = counts;
        this.tasks = tasks;
        this.followUps = followUps;
        this.tracking = tracking;
        this.numbers = numbers;
        this.targets = targets;
        this.sites = sites;
        this.staff = staff;
        this.clock = clock;
        this.readable = readable;
        this.sentences = sentences;
        this.troubles = troubles;
        this.links = links.orderedStream().toList();
    }

    @GetMapping("/")
    String home(Authentication person, Model page) {
        String me = person.getName();
        Set<String> groups = staff.groupsOf(me);
        Set<UUID> closed = sites.closedTo(me);
        page.addAttribute("today", LocalDate.now(clock));
        page.addAttribute("now", Instant.now(clock));
        page.addAttribute("counts", counts.ofPersonSignedIn());
        page.addAttribute("mine", tasks.assigned(LINES));
        page.addAttribute("approvals", tasks.of(APPROVAL, LINES));
        followUps(me, groups, closed, page);
        expected(me, groups, closed, page);
        if (targets.mayRead(me)) {
            page.addAttribute("numbers", numbers.today(closed));
            page.addAttribute("maySetTargets", targets.maySet(me));
        }
        page.addAttribute("links", links);
        page.addAttribute(
                "trouble", isInAny(groups, TOLD_OF_TROUBLE) ? troubles.open().orElse(null) : null);
        page.addAttribute("readable", readable);
        page.addAttribute("words", sentences);
        page.addAttribute("receives", isInAny(groups, RECEIVES_VISITORS));
        return "workbench/home";
    }

    /** The own customers of a consultant; all of the site for who answers for it. */
    private void followUps(String me, Set<String> groups, Set<UUID> closed, Model page) {
        boolean all = isInAny(groups, FOLLOWS_ALL);
        if (all || groups.contains(Staff.SALES)) {
            FollowUps.Due due = followUps.today(all ? null : me, closed, LINES);
            Set<String> consultants = new HashSet<>();
            due.shown().forEach(one -> consultants.add(one.consultant()));
            page.addAttribute("followUps", due);
            page.addAttribute("followsAll", all);
            page.addAttribute("names", staff.displayNames(consultants));
        }
    }

    /** What is to come in until Sunday, and what should have come before. */
    private void expected(String me, Set<String> groups, Set<UUID> closed, Model page) {
        boolean all = isInAny(groups, EXPECTS_ALL_MONEY);
        if (all || groups.contains(Staff.SALES)) {
            String consultant = all ? null : me;
            LocalDate from = LocalDate.now(clock);
            LocalDate to = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            TrackingTotals week =
                    totals(new TrackingFilter(null, consultant, TrackingStatus.OPEN, from, to, null).without(closed));
            TrackingTotals late = totals(
                    new TrackingFilter(null, consultant, TrackingStatus.OVERDUE, null, null, null).without(closed));
            page.addAttribute("expected", new Expected(from, to, week.count(), week.rest(), late.count(), late.rest()));
        }
    }

    private TrackingTotals totals(TrackingFilter filter) {
        return TrackingTotals.sum("", tracking.byStatus(filter));
    }

    private static boolean isInAny(Set<String> groups, Set<String> asked) {
        return !Collections.disjoint(groups, asked);
    }
}
