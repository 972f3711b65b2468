package cn.anchang.workbench;

import cn.anchang.engine.TaskCounts;
import cn.anchang.mail.ServerTroubles;
import cn.anchang.organization.Staff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page 首页: what waits for the person signed in, and where to go from here. */
@Controller
class HomePage {

    private static final Set<String> RECEIVES_VISITORS = Set.of(Staff.SALES, Staff.SITE_MANAGER);
    private static final Set<String> TOLD_OF_TROUBLE = Set.of(Staff.SITE_MANAGER, Staff.IT_SUPPORT);

    private final TaskCounts tasks;
    private final Places places;
    private final Staff staff;
    private final Clock clock;
    private final Readable readable;
    private final ServerTroubles troubles;
    private final List<HomeLink> links;

    HomePage(
            TaskCounts tasks,
            Places places,
            Staff staff,
            Clock clock,
            Readable readable,
            ServerTroubles troubles,
            ObjectProvider<HomeLink> links) {
        this.tasks = tasks;
        this.places = places;
        this.staff = staff;
        this.clock = clock;
        this.readable = readable;
        this.troubles = troubles;
        this.links = links.orderedStream().toList();
    }

    @GetMapping("/")
    String home(Authentication person, Model page) {
        Set<String> groups = staff.groupsOf(person.getName());
        page.addAttribute("today", readable.of(LocalDate.now(clock)));
        page.addAttribute("counts", tasks.ofPersonSignedIn());
        page.addAttribute(
                "places",
                places.openTo(person).stream()
                        .filter(place -> place != Place.HOME)
                        .toList());
        page.addAttribute("links", links);
        page.addAttribute(
                "trouble",
                groups.stream().anyMatch(TOLD_OF_TROUBLE::contains)
                        ? troubles.open().orElse(null)
                        : null);
        page.addAttribute("readable", readable);
        page.addAttribute("receives", groups.stream().anyMatch(RECEIVES_VISITORS::contains));
        return "workbench/home";
    }
}
