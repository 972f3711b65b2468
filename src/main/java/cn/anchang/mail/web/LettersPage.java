package cn.anchang.mail.web;

import cn.anchang.mail.LetterState;
import cn.anchang.mail.Outbox;
import cn.anchang.mail.ServerTroubles;
import cn.anchang.organization.Staff;
import cn.anchang.shared.Sentences;
import java.security.Principal;
import java.util.Set;
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
    private static final int LATEST_TROUBLES = 5;

    private final Outbox outbox;
    private final ServerTroubles troubles;
    private final Staff staff;
    private final Sentences sentences;

    LettersPage(Outbox outbox, ServerTroubles troubles, Staff staff, Sentences sentences) {
        this.outbox = outbox;
        this.troubles = troubles;
        this.staff = staff;
        this.sentences = sentences;
    }

    @GetMapping("/letters")
    String letters(Principal person, Model page) {
        if (!staff.isInAnyOf(person.getName(), READERS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        page.addAttribute("outbox", outbox.state());
        page.addAttribute("letters", outbox.latest(LATEST));
        page.addAttribute("trouble", troubles.open().orElse(null));
        page.addAttribute("troubles", troubles.latest(LATEST_TROUBLES));
        page.addAttribute("words", sentences);
        page.addAttribute("failed", LetterState.FAILED);
        page.addAttribute("waiting", LetterState.WAITING);
        return "mail/letters";
    }
}
