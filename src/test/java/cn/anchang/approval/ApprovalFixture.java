package cn.anchang.approval;

import static cn.anchang.testing.TestNotes.KIND;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.SubmitOutcome.Submitted;
import cn.anchang.mail.MailServer;
import cn.anchang.mail.MailSettings;
import cn.anchang.mail.Outbox;
import cn.anchang.shared.BusinessCalendar;
import cn.anchang.shared.CalendarYears;
import cn.anchang.shared.DocumentNumbers;
import cn.anchang.testing.TestNotes;
import cn.anchang.testing.TestNotes.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;

/** Approvals without an engine: people in their groups, notes to decide about, and who was told what. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApprovalSettings.class, CalendarYears.class, MailSettings.class})
@Import({
    Documents.class,
    Approvals.class,
    Attachments.class,
    Drawers.class,
    DocumentKinds.class,
    CanonicalJson.class,
    Seal.class,
    Entitlement.class,
    Comparison.class,
    ApprovalLetters.class,
    DocumentNumbers.class,
    BusinessCalendar.class,
    Outbox.class,
    TestNotes.class
})
class ApprovalFixture {

    static final String SUN = "sun.li";
    static final String LI = "li.na";
    static final String ZHOU = "zhou.kai";
    static final String GAO = "gao.wei";
    static final String WU = "wu.zong";

    /** Their members in order; nobody has an address in 设计部. */
    static final Map<String, List<String>> GROUPS = Map.of(
            "marketing", List.of(LI, SUN),
            "marketing-director", List.of(GAO, ZHOU),
            "site-manager", List.of("zhao.ming"),
            "management", List.of(WU));

    private static final Map<String, String> NAMES =
            Map.of(SUN, "孙丽", LI, "李娜", ZHOU, "周凯", GAO, "高伟", WU, "吴总", "zhao.ming", "赵明");
    private static final Map<String, String> GROUP_NAMES =
            Map.of("marketing", "营销部", "marketing-director", "营销总监", "site-manager", "案场经理", "management", "总经理");

    /** What others were told, in order. */
    static final class Told {

        final List<Object> events = new CopyOnWriteArrayList<>();
        final List<UUID> withdrawn = new CopyOnWriteArrayList<>();

        @EventListener
        void on(VersionApproved event) {
            events.add(event);
        }

        @EventListener
        void on(VersionReturned event) {
            events.add(event);
        }

        @EventListener
        void on(VersionRejected event) {
            events.add(event);
        }

        @EventListener
        void on(VersionWithdrawn event) {
            events.add(event);
        }

        List<Object> about(UUID documentId) {
            List<Object> found = new ArrayList<>(events);
            found.removeIf(event -> !event.toString().contains(documentId.toString()));
            return found;
        }
    }

    @Bean
    Told told() {
        return new Told();
    }

    @Bean
    MailServer noMailServer() {
        return new MailServer("", 25, "", "", false);
    }

    @Bean
    ApprovalProcess noEngine(Told told) {
        return new ApprovalProcess() {
            @Override
            public void begin(UUID documentId, UUID versionId) {
                throw new UnsupportedOperationException("no engine here");
            }

            @Override
            public void withdrawn(UUID matterId) {
                told.withdrawn.add(matterId);
            }
        };
    }

    @Bean
    Approvers people() {
        return new Approvers() {
            @Override
            public List<String> membersOf(String group, UUID projectId) {
                return GROUPS.getOrDefault(group, List.of());
            }

            @Override
            public String nameOf(String group) {
                return GROUP_NAMES.getOrDefault(group, group);
            }

            @Override
            public String displayName(String userId) {
                return NAMES.getOrDefault(userId, userId);
            }

            @Override
            public Optional<String> mail(String userId) {
                return userId.equals(GAO) ? Optional.empty() : Optional.of(userId + "@anchang.example");
            }
        };
    }

    // ---- what every test does

    static UUID opened(Documents documents, Note note) {
        UUID document = documents.open(KIND, "暖场便笺", null, SUN);
        documents.draft(document, note, SUN);
        return document;
    }

    static Submitted submitted(Documents documents, UUID document, String changed, String by) {
        SubmitOutcome outcome = documents.submit(document, changed, by);
        assertThat(outcome).isInstanceOf(Submitted.class);
        return (Submitted) outcome;
    }

    /** The open matter of a fresh document. */
    static MatterView brought(Documents documents, Approvals approvals, Note note) {
        return brought(documents, approvals, opened(documents, note), "");
    }

    static MatterView brought(Documents documents, Approvals approvals, UUID document, String changed) {
        return approvals.view(
                approvals.bring(submitted(documents, document, changed, SUN).versionId()));
    }
}
