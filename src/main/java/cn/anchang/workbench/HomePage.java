package cn.anchang.workbench;

import cn.anchang.engine.TaskCounts;
import cn.anchang.organization.Staff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page 工作台: what waits for the person signed in, and where to go from here. */
@Controller
class HomePage {

    private static final Set<String> RECEIVES_VISITORS = Set.of(Staff.SALES, Staff.SITE_MANAGER);

    private final TaskCounts tasks;
    private final Places places;
    private final Clock clock;
    private final Readable readable;

    HomePage(TaskCounts tasks, Places places, Clock clock, Readable readable) {
        this.tasks = tasks;
        this.places = places;
        this.clock = clock;
        this.readable = readable;
    }

    @GetMapping("/")
    String home(Authentication person, Model page) {
        Set<String> groups = Groups.of(person);
        page.addAttribute("today", readable.of(LocalDate.now(clock)));
        page.addAttribute("counts", tasks.ofPersonSignedIn());
        page.addAttribute(
                "places",
                places.openTo(person).stream()
                        .filter(place -> place != Place.HOME)
                        .toList());
        page.addAttribute("receives", groups.stream().anyMatch(RECEIVES_VISITORS::contains));
        return "workbench/home";
    }
}
