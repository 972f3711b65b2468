package cn.anchang.workbench.sale;

import cn.anchang.approval.Documents;
import cn.anchang.engine.CaseDiagrams;
import cn.anchang.engine.CaseDiagrams.Process;
import cn.anchang.engine.CaseDiagrams.Walk;
import cn.anchang.engine.OpenTasks;
import cn.anchang.engine.OpenTasks.ListedTask;
import cn.anchang.organization.Departments;
import cn.anchang.organization.Staff;
import cn.anchang.salescase.CaseFile;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.SalesCase;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 一单到底: one sale on one page, from where it stands in its process to who did what and when. Whoever may not read it finds none. */
@Controller
class SalePage {

    private static final Set<String> HANDLES_MONEY = Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MANAGEMENT);
    private static final Set<String> READS_REMINDERS =
            Set.of(Staff.FINANCE, Staff.SITE_MANAGER, Staff.MARKETING_DIRECTOR, Staff.MANAGEMENT);
    private static final int ACTS_AT_ONCE = 30;

    /** Where a sale stands: a process and a step in it. */
    record Place(String process, String step) {}

    private final CaseFiles files;
    private final SaleReaders readers;
    private final CaseDiagrams diagrams;
    private final OpenTasks tasks;
    private final SalePapers papers;
    private final SaleActs acts;
    private final Documents documents;
    private final Staff staff;
    private final Departments departments;
    private final Sentences sentences;
    private final ObjectMapper json;
    private final Site site;
    private final Clock clock;

    SalePage(
            CaseFiles files,
            SaleReaders readers,
            CaseDiagrams diagrams,
            OpenTasks tasks,
            SalePapers papers,
            SaleActs acts,
            Documents documents,
            Staff staff,
            Departments departments,
            Sentences sentences,
            ObjectMapper json,
            Site site,
            Clock clock) {
        this.files = files;
        this.readers = readers;
        this.diagrams = diagrams;
        this.tasks = tasks;
        this.papers = papers;
        this.acts = acts;
        this.documents = documents;
        this.staff = staff;
        this.departments = departments;
        this.sentences = sentences;
        this.json = json;
        this.site = site;
        this.clock = clock;
    }

    /**
     * @param process the process whose picture is shown; without it the sale's own
     * @param all whether every act is listed, and not only the latest
     */
    @GetMapping("/sales/{caseId}")
    String sale(
            @PathVariable UUID caseId,
            @RequestParam(required = false) String process,
            @RequestParam(defaultValue = "false") boolean all,
            Principal person,
            Model page) {
        CaseFile file = readable(caseId, person);
        SalesCase salesCase = file.salesCase();
        Set<String> groups = staff.groupsOf(person.getName());
        page.addAttribute("file", file);
        page.addAttribute("sale", salesCase);
        page.addAttribute("mayMoney", groups.stream().anyMatch(HANDLES_MONEY::contains));
        page.addAttribute("mayReminders", groups.stream().anyMatch(READS_REMINDERS::contains));
        page.addAttribute("mayChange", mayChange(file, person.getName(), groups));
        page.addAttribute(
                "chart", StageChart.of(file.milestones(), salesCase.closedAt() != null, clock, site.timeZone()));

        picture(caseId, process, page);

        List<ListedTask> open = tasks.under(papers.keys(caseId));
        List<SalePapers.Issued> issued = papers.issued(caseId);
        List<SalePapers.Controlled> controlled = papers.controlled(caseId);
        List<SaleActs.Deed> deeds = acts.of(caseId);
        page.addAttribute("tasks", open);
        page.addAttribute("issued", issued);
        page.addAttribute("controlled", controlled);
        page.addAttribute("readableKinds", documents.readableBy(groups));
        page.addAttribute("me", person.getName());
        page.addAttribute("letters", papers.letters(caseId));
        page.addAttribute("deeds", all ? deeds : deeds.subList(0, Math.min(ACTS_AT_ONCE, deeds.size())));
        page.addAttribute("deedCount", deeds.size());

        Set<String> people = new HashSet<>(Set.of(salesCase.consultant()));
        open.stream()
                .map(ListedTask::assignee)
                .filter(java.util.Objects::nonNull)
                .forEach(people::add);
        issued.forEach(paper -> people.add(paper.issuedBy()));
        controlled.forEach(paper -> people.add(paper.askedBy()));
        file.money().ifPresent(money -> money.payments().forEach(payment -> people.add(payment.enteredBy())));
        page.addAttribute("names", staff.displayNames(people));
        page.addAttribute("groupNames", groupNames());
        page.addAttribute("now", clock.instant());
        page.addAttribute("zone", site.timeZone());
        page.addAttribute("words", sentences);
        return "workbench/sale";
    }

    /** The picture chosen and, for those who do not see it, where every running process stands. */
    private void picture(UUID caseId, String chosen, Model page) {
        List<Process> processes = diagrams.of(caseId.toString());
        if (processes.isEmpty()) {
            page.addAttribute("processes", List.of());
            page.addAttribute("places", List.of());
            return;
        }
        Process shown = chosen == null
                ? processes.get(0)
                : processes.stream()
                        .filter(one -> one.instanceId().equals(chosen))
                        .findFirst()
                        .orElseThrow(SalePage::notFound);
        Map<String, Walk> walks = new HashMap<>();
        List<Place> places = new ArrayList<>();
        for (Process one : processes) {
            if (one.isRunning() || one.equals(shown)) {
                Walk walk = diagrams.walk(one);
                walks.put(one.instanceId(), walk);
                if (one.isRunning()) {
                    walk.tokens().values().forEach(step -> places.add(new Place(one.name(), step)));
                }
            }
        }
        Walk walk = walks.get(shown.instanceId());
        Map<String, String> called = new LinkedHashMap<>();
        walk.called().forEach((activity, instance) -> {
            if (processes.stream().anyMatch(one -> one.instanceId().equals(instance))) {
                called.put(activity, "/sales/" + caseId + "?process=" + instance + "#picture");
            }
        });
        page.addAttribute("processes", processes);
        page.addAttribute("shown", shown);
        page.addAttribute("places", places);
        page.addAttribute("walk", walk);
        page.addAttribute(
                "drawn",
                written(Map.of(
                        "tokens", walk.tokens().keySet(),
                        "walked", walk.walked(),
                        "dropped", walk.dropped(),
                        "flows", walk.flows(),
                        "called", called)));
    }

    /** The model of one of the sale's processes, as it was drawn. */
    @GetMapping("/sales/{caseId}/models/{instanceId}")
    ResponseEntity<byte[]> model(@PathVariable UUID caseId, @PathVariable String instanceId, Principal person) {
        readable(caseId, person);
        Process process = diagrams.of(caseId.toString()).stream()
                .filter(one -> one.instanceId().equals(instanceId))
                .findFirst()
                .orElseThrow(SalePage::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(diagrams.model(process).getBytes(StandardCharsets.UTF_8));
    }

    private CaseFile readable(UUID caseId, Principal person) {
        CaseFile file = files.readableBy(caseId, person.getName()).orElseThrow(SalePage::notFound);
        if (readers.of(person.getName()).closed().contains(file.salesCase().projectId())) {
            throw notFound();
        }
        return file;
    }

    private static boolean mayChange(CaseFile file, String userId, Set<String> groups) {
        SalesCase salesCase = file.salesCase();
        return (salesCase.consultant().equals(userId) || groups.contains(Staff.SITE_MANAGER))
                && file.subscription().isPresent()
                && !salesCase.state().isClosed();
    }

    private Map<String, String> groupNames() {
        Map<String, String> names = new HashMap<>();
        departments.allGroups().forEach(group -> names.put(group.id(), group.name()));
        return names;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
