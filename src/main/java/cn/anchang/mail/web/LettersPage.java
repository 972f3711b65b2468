package cn.anchang.mail.web;

import cn.anchang.mail.LetterProjects;
import cn.anchang.mail.LetterState;
import cn.anchang.mail.LetterView;
import cn.anchang.mail.Outbox;
import cn.anchang.mail.ServerTroubles;
import cn.anchang.organization.Sites;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Shows those who run the site and its machines that letters leave, or why they wait. Their texts are not shown here. */
@Controller
class LettersPage {

    private static final Set<String> READERS = Set.of(Staff.SITE_MANAGER, Staff.IT_SUPPORT);
    private static final int LATEST = 100;
    private static final UUID NONE = new UUID(0, 0);
    private static final int LATEST_TROUBLES = 5;

    private final Outbox outbox;
    private final ServerTroubles troubles;
    private final Staff staff;
    private final Sites sites;
    private final LetterProjects projects;
    private final Sentences sentences;

    LettersPage(
            Outbox outbox,
            ServerTroubles troubles,
            Staff staff,
            Sites sites,
            LetterProjects projects,
            Sentences sentences) {
        this.outbox = outbox;
        this.troubles = troubles;
        this.staff = staff;
        this.sites = sites;
        this.projects = projects;
        this.sentences = sentences;
    }

    /** A letter's subject names a sale: those of other sites are left out. */
    private List<LetterView> openTo(Principal person, List<LetterView> letters) {
        Set<UUID> closed = sites.closedTo(person.getName());
        Map<String, UUID> known = closed.isEmpty()
                ? Map.of()
                : projects.of(letters.stream()
                        .map(LetterView::about)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        return letters.stream()
                .filter(letter -> !closed.contains(known.getOrDefault(letter.about(), NONE)))
                .toList();
    }

    @GetMapping("/letters")
    String letters(Principal person, Model page) {
        if (!staff.isInAnyOf(person.getName(), READERS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        page.addAttribute("outbox", outbox.state());
        page.addAttribute("letters", openTo(person, outbox.latest(LATEST)));
        page.addAttribute("trouble", troubles.open().orElse(null));
        page.addAttribute("troubles", troubles.latest(LATEST_TROUBLES));
        page.addAttribute("words", sentences);
        page.addAttribute("failed", LetterState.FAILED);
        page.addAttribute("waiting", LetterState.WAITING);
        return "mail/letters";
    }
}
