package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.report.PaperKind;
import cn.anchang.report.Papers;
import cn.anchang.report.Papers.Issued;
import cn.anchang.report.Papers.Offer;
import cn.anchang.report.Papers.Outcome;
import cn.anchang.report.Papers.PaperRefused;
import cn.anchang.report.Papers.Printed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
                    printed.docx());
            assertThat(text(printed.docx()))
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
        assertThat(text(again.docx())).contains("补打　第 2 次", "赵明");
        assertThat(text(again.docx()).lines().filter(line -> !line.contains("补打")))
                .containsExactlyElementsOf(text(original.docx()).lines().toList());

        jdbc.update("update sales.subscriptions set sign_by = sign_by + 3 where case_id = ?", sale.caseId());
        Issued second = issue(sale, PaperKind.SUBSCRIPTION, "", CHEN).done();
        assertThat(second.no()).isNotEqualTo(first.no());
        assertThat(text(print(sale, first, CHEN).docx())).contains(first.no()).doesNotContain(second.no());
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
                .containsExactly("SUBSCRIPTION " + CHEN);
        String task =
                at(CASHIER).taskOf(sale.key(), "userTask_collectFirstPayment").id();
        assertThat(taskService.getProcessInstanceAttachments(sale.instanceId()))
                .singleElement()
                .satisfies(attached -> {
                    assertThat(attached.getName()).startsWith("认购协议书 WD-");
                    assertThat(attached.getUrl()).isEqualTo("/papers/" + sale.caseId());
                });
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
        assertThat(text(print(sale, slip, CASHIER).docx())).contains("补打　第 2 次", no, "伍万元整");
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
        return text(print(sale, issue(sale, kind, "", CHEN).done(), CHEN).docx());
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor all = new XWPFWordExtractor(document)) {
            return all.getText();
        }
    }
}
