package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import cn.anchang.report.PaperKind;
import cn.anchang.report.Papers;
import cn.anchang.report.Papers.Issued;
import cn.anchang.report.Papers.Offer;
import cn.anchang.report.Papers.Outcome;
import cn.anchang.report.Papers.PaperRefused;
import cn.anchang.report.Papers.Printed;
import cn.anchang.report.PdfPrinter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Documents say what the sale says, stay as they were issued, and are marked when they are printed again. */
class PapersJourneyTest extends JourneyTest {

    @Autowired
    Papers papers;

    @Autowired
    PdfPrinter printer;

    @Autowired
    TaskService taskService;

    @Test
    void aSaleCanPrintWhatItHasComeFarEnoughFor() {
        Sale sale = sale().visited();
        assertThat(kinds(sale)).containsExactly(PaperKind.INTENT);
        assertThat(kinds(sale().reserved())).containsExactly(PaperKind.INTENT, PaperKind.DEPOSIT_SLIP);
        assertThat(kinds(sale().inInstalments()))
                .contains(PaperKind.SUBSCRIPTION, PaperKind.CONTRACT_DATA, PaperKind.RECEIPT)
                .doesNotContain(PaperKind.CHECKLIST, PaperKind.RETURN, PaperKind.DEMAND);
        assertThat(papers.offers(sale.caseId(), LIN)).isEmpty();
    }

    @Test
    void everyOfferedDocumentIsFilledIn() throws IOException {
        Sale sale = sale().inInstalments();
        for (Offer offer : papers.offers(sale.caseId(), MANAGER).orElseThrow()) {
            String by = List.of(PaperKind.RECEIPT, PaperKind.DEPOSIT_SLIP).contains(offer.kind()) ? CASHIER : CHEN;
            Issued issued = papers.issue(sale.caseId(), offer.kind(), offer.subject(), by)
                    .orElseThrow()
                    .done();
            Printed printed =
                    papers.print(sale.caseId(), issued.id(), by).orElseThrow().done();
            Files.write(
                    Files.createDirectories(Path.of("target/papers")).resolve("sale-" + offer.kind() + ".docx"),
                    printed.file());
            assertThat(text(printed.file()))
                    .contains(issued.no(), sale.person().name())
                    .doesNotContain("{{", "补打");
        }
        assertThat(text(sale, PaperKind.SUBSCRIPTION))
                .contains(
                        "1,000,000.00",
                        "壹佰万元整",
                        "伍万元整",
                        jdbc.queryForObject(
                                "select permit_no from sales.sales_cases where id = ?", String.class, sale.caseId()));
        assertThat(text(sale, PaperKind.CONTRACT_DATA)).contains("尚未备案", "300,000.00");
    }

    @Test
    void whatWasIssuedStaysAndASecondPrintSaysSo() throws IOException {
        Sale sale = sale().inInstalments();
        Issued first = issue(sale, PaperKind.SUBSCRIPTION, "", CHEN).done();
        Printed original = print(sale, first, CHEN);
        assertThat(original.copy()).isEqualTo(1);

        assertThat(issue(sale, PaperKind.SUBSCRIPTION, "", MANAGER).done().id())
                .as("it says the same")
                .isEqualTo(first.id());
        Printed again = print(sale, first, MANAGER);
        assertThat(again.copy()).isEqualTo(2);
        assertThat(text(again.file())).contains("补打　第 2 次打印", "赵明");
        assertThat(text(again.file()).lines().filter(line -> !line.contains("补打")))
                .containsExactlyElementsOf(text(original.file()).lines().toList());

        jdbc.update("update sales.subscriptions set sign_by = sign_by + 3 where case_id = ?", sale.caseId());
        Issued second = issue(sale, PaperKind.SUBSCRIPTION, "", CHEN).done();
        assertThat(second.no()).isNotEqualTo(first.no());
        assertThat(text(print(sale, first, CHEN).file())).contains(first.no()).doesNotContain(second.no());
        assertThatThrownBy(() -> jdbc.update("delete from sales.issued_papers where id = ?", first.id()))
                .hasMessageContaining("stays as it was issued");
    }

    @Test
    void theProcessIssuesTheAgreementAndAttachesItForTheNextTask() {
        Sale sale = sale().subscribed();
        assertThat(jdbc.queryForList(
                        "select kind || ' ' || issued_by from sales.issued_papers where case_id = ?",
                        String.class,
                        sale.caseId()))
                .containsExactlyInAnyOrder("DEPOSIT_SLIP " + CASHIER, "SUBSCRIPTION " + CHEN);
        String task =
                at(CASHIER).taskOf(sale.key(), "userTask_collectFirstPayment").id();
        assertThat(taskService.getProcessInstanceAttachments(sale.instanceId()))
                .hasSize(2)
                .allSatisfy(attached -> assertThat(attached.getUrl()).isEqualTo("/papers/" + sale.caseId()))
                .anySatisfy(attached -> assertThat(attached.getName()).startsWith("定金收条 WD-"))
                .anySatisfy(attached -> assertThat(attached.getName()).startsWith("认购协议书 WD-"));
        assertThat(at(CASHIER).get("/api/tasks/" + task + "/card").text())
                .contains("认购协议书 WD-", "/papers/" + sale.caseId());
    }

    @Test
    void receiptsArePrintedByTheCashierOnlyAndCountedWithTheLedger() throws IOException {
        Sale sale = sale().reserved();
        String no = papers.offers(sale.caseId(), CASHIER).orElseThrow().get(1).subject();
        assertThat(issue(sale, PaperKind.DEPOSIT_SLIP, no, CHEN).refused())
                .isInstanceOf(PaperRefused.NotYourPaper.class);
        assertThat(issue(sale, PaperKind.SUBSCRIPTION, "", CHEN).refused())
                .isInstanceOf(PaperRefused.PaperNotReady.class);
        Issued slip = issue(sale, PaperKind.DEPOSIT_SLIP, no, CASHIER).done();
        assertThat(print(sale, slip, CASHIER).copy()).isEqualTo(1);
        assertThat(jdbc.queryForObject("select prints from sales.receipts where receipt_no = ?", Integer.class, no))
                .isEqualTo(1);
        assertThat(text(print(sale, slip, CASHIER).file())).contains("补打　第 2 次打印", no, "伍万元整");
    }

    @Test
    void anAgreementNamesItsBuyersInFullKeepsThemSealedAndNotesWhoSawThem() throws IOException {
        Sale sale = sale().inInstalments();
        int before = reveals(sale);
        assertThat(text(sale, PaperKind.CONTRACT_DATA)).contains(sale.person().idNo());
        assertThat(reveals(sale))
                .as("printing shows both numbers, and is noted")
                .isEqualTo(before + 2);
        assertThat(new String(
                        jdbc.queryForObject(
                                "select sealed from sales.issued_papers where case_id = ? and kind = 'CONTRACT_DATA'",
                                byte[].class,
                                sale.caseId()),
                        StandardCharsets.ISO_8859_1))
                .as("no .docx lies in the table")
                .doesNotContain("word/document.xml");
        assertThat(at(CHEN).get("/papers/contract/" + sale.caseId()).text())
                .as("a page to look at")
                .doesNotContain(sale.person().idNo());
    }

    @Test
    void aSaleThatIsUndoneGivesNoMoreAgreementsAndKeepsThoseItGave() {
        Sale sale = sale().inInstalments();
        Issued given = issue(sale, PaperKind.SUBSCRIPTION, "", CHEN).done();
        jdbc.update(
                "update sales.sales_cases set undo_kind = 'RETURNED', undo_fault = 'NOBODY', state = 'UNDOING' where id = ?",
                sale.caseId());

        assertThat(issue(sale, PaperKind.SUBSCRIPTION, "", CHEN).refused())
                .isInstanceOf(PaperRefused.PaperNotReady.class);
        assertThat(papers.offers(sale.caseId(), CHEN).orElseThrow())
                .filteredOn(offer -> offer.kind() == PaperKind.SUBSCRIPTION)
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.mayIssue()).isFalse();
                    assertThat(offer.mayPrint()).isTrue();
                    assertThat(offer.issued()).contains(given);
                });
        assertThat(print(sale, given, CHEN).copy()).isEqualTo(1);
    }

    @Test
    void twoClicksOnPrintAreTwoCopies() throws Exception {
        Sale sale = sale().inInstalments();
        Issued paper = issue(sale, PaperKind.SUBSCRIPTION, "", CHEN).done();
        var clicks = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> click = () -> print(sale, paper, CHEN).copy();
            var copies = clicks.invokeAll(Collections.nCopies(6, click));
            Set<Integer> seen = new TreeSet<>();
            for (var copy : copies) {
                seen.add(copy.get());
            }
            assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6);
        } finally {
            clicks.shutdown();
        }
    }

    @Test
    void whatCouldNotBeMadeIntoAPdfWasNotPrinted() {
        Sale sale = sale().reserved();
        String no = papers.offers(sale.caseId(), CASHIER).orElseThrow().get(1).subject();
        Issued slip = issue(sale, PaperKind.DEPOSIT_SLIP, no, CASHIER).done();

        assertThat(papers.print(sale.caseId(), slip.id(), CASHIER, docx -> Optional.empty())
                        .orElseThrow()
                        .refused())
                .isInstanceOf(PaperRefused.PdfNotMade.class);

        assertThat(jdbc.queryForObject("select prints from sales.receipts where receipt_no = ?", Integer.class, no))
                .isZero();
        assertThat(print(sale, slip, CASHIER).copy()).isEqualTo(1);
    }

    @Test
    void anExtensionSaysFromWhichDayToWhich() throws IOException {
        Sale sale = sale().subscribed();
        LocalDate first = signBy(sale);
        sale.after(Duration.ofDays(9));
        accepted(sale.overdue(Map.of("decision", "extend", "days", 4, "reason", "等贷款审批结果")));
        LocalDate second = signBy(sale);
        assertThat(issued(sale, PaperKind.EXTENSION))
                .as("issued by the process")
                .isEqualTo(1);
        assertThat(text(sale, PaperKind.EXTENSION)).contains(shown(first), shown(second));

        sale.after(Duration.ofDays(4));
        accepted(sale.overdue(Map.of("decision", "extend", "days", 3, "reason", "再等等")));
        assertThat(issued(sale, PaperKind.EXTENSION)).isEqualTo(2);
        assertThat(text(sale, PaperKind.EXTENSION))
                .as("it goes on from where the first one ended")
                .contains(shown(second), shown(signBy(sale)))
                .doesNotContain(shown(first));
    }

    private LocalDate signBy(Sale sale) {
        return jdbc.queryForObject(
                "select sign_by from sales.subscriptions where case_id = ?", LocalDate.class, sale.caseId());
    }

    private int issued(Sale sale, PaperKind kind) {
        return jdbc.queryForObject(
                "select count(*) from sales.issued_papers where case_id = ? and kind = ?",
                Integer.class,
                sale.caseId(),
                kind.name());
    }

    private static String shown(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("yyyy年M月d日"));
    }

    private int reveals(Sale sale) {
        return jdbc.queryForObject(
                "select count(*) from sales.reveals r join sales.sales_cases c on c.customer_id = r.customer_id where c.id = ?",
                Integer.class,
                sale.caseId());
    }

    @Test
    void thePageOffersAndPrints() {
        Sale sale = sale().inInstalments();
        String path = "/papers/" + sale.caseId();
        String page = at(CHEN).get(path).text();
        assertThat(page).contains("认购协议书", "尚未出具", "合同资料页");
        at(CHEN).form(path, page, Map.of("kind", "INTENT"));
        assertThat(at(CHEN).get(path).text()).contains("WD-", "未打印", "Word");
        assertThat(at(LIN).get(path).status()).isEqualTo(404);
        assertThat(at(CHEN).get("/papers/intent/" + sale.caseId()).isOk()).isTrue();
        String address = at(CHEN).get(path).text().replaceAll("(?s).*?action=\"([^\"]+/print)\".*", "$1");
        assertThat(at(CHEN).form(address, at(CHEN).get(path).text(), Map.of("format", "docx"))
                        .status())
                .isEqualTo(200);
        assertThat(at(CHEN).get(path).text()).contains("此件已打印 1 次");
    }

    @Test
    void aPrintAsPdfIsAPdfAndCountsOnce() {
        assumeThat(printer.isThere()).as("LibreOffice is installed").isTrue();
        Sale sale = sale().visited();
        String path = "/papers/" + sale.caseId();
        at(CHEN).form(path, at(CHEN).get(path).text(), Map.of("kind", "INTENT"));
        String page = at(CHEN).get(path).text();
        String address = page.replaceAll("(?s).*?action=\"([^\"]+/print)\".*", "$1");
        assertThat(at(CHEN).form(address, page, Map.of("format", "pdf")).text()).startsWith("%PDF-");
        assertThat(at(CHEN).get(path).text()).contains("此件已打印 1 次");
    }

    private List<PaperKind> kinds(Sale sale) {
        return papers.offers(sale.caseId(), CHEN).orElseThrow().stream()
                .map(Offer::kind)
                .toList();
    }

    private Outcome<Issued> issue(Sale sale, PaperKind kind, String subject, String by) {
        return papers.issue(sale.caseId(), kind, subject, by).orElseThrow();
    }

    private Printed print(Sale sale, Issued paper, String by) {
        return papers.print(sale.caseId(), paper.id(), by).orElseThrow().done();
    }

    private String text(Sale sale, PaperKind kind) throws IOException {
        return text(print(sale, issue(sale, kind, "", CHEN).done(), CHEN).file());
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor all = new XWPFWordExtractor(document)) {
            return all.getText();
        }
    }
}
