package cn.anchang.marketing.web;

import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.organization.Staff;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the form that begins a promotion plan asks before there is a task. */
@RestController
@RequestMapping("/api/marketing")
class MarketingApi {

    private static final Set<String> BEGINNERS = Set.of("marketing", "marketing-director");

    record Choice(UUID id, String name) {}

    private final UnitCatalogue units;
    private final Staff staff;

    MarketingApi(UnitCatalogue units, Staff staff) {
        this.units = units;
        this.staff = staff;
    }

    @GetMapping("/projects")
    List<Choice> projects(Principal person) {
        if (staff.groupsOf(person.getName()).stream().noneMatch(BEGINNERS::contains)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return units.projects().stream()
                .map(project -> new Choice(project.id(), project.name()))
                .toList();
    }
}
