package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.approval.Attachment;
import cn.anchang.approval.Attachments;
import cn.anchang.testing.TasklistSession.Answer;
import cn.anchang.testing.TestNotes;
import cn.anchang.testing.TestNotes.Item;
import cn.anchang.testing.TestNotes.Note;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages 受控文件 and what a task leaves with a document, in the hands of its people. */
class DocumentPagesTest extends JourneyTest {

    private static final Note FIRST = Note.of("周末<暖>场", "5000", Item.of("a", "暖场", "3000"), Item.of("b", "灯箱", "2000"));
    private static final Note SECOND =
            Note.of("周末<暖>场", "4000", Item.of("a", "暖场", "3000"), Item.of("c", "答谢会", "1000"));

    @Autowired
    Attachments attachments;

    @Test
    void aDocumentShowsTheSixFieldsItsContentAndEveryRevisionWithWhatWasSaid() {
        Paper paper = returnedAndApproved();

        String page = page(GENERAL_MANAGER, paper, "");

        assertThat(page)
                .contains("编制", "审核", "批准", "孙丽", "周凯", "吴总", "已批准", "便笺", "周末&lt;暖&gt;场", "答谢会")
                .contains("修订记录", "首次编制", "改投老业主", "吴总（批准）退回修改：灯箱转化低", "已退回")
                .doesNotContain("周末<暖>场", "灯箱</td>", "批准已失效", "撤回</button>", "??");
    }

    @Test
    void theWorkbookOfADocumentHasItsControlBlockItsNumbersAndItsRevisions() throws IOException {
        Paper paper = returnedAndApproved();
        byte[] file = at(GENERAL_MANAGER).download(path(paper) + "/export");
        WorkbooksJourneyTest.keep("document.xlsx", file);

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            StringBuilder texts = new StringBuilder();
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell ->
                    texts.append(cell.getCellType()).append(' ').append(cell).append('|'))));
            assertThat(texts)
                    .contains("编制", "孙丽", "周凯", "吴总", "STRING 周末<暖>场", "修订记录", "首次编制", "改投老业主")
                    .contains("NUMERIC 3000.0");
            Row signed = book.getSheetAt(0).getRow(4);
            assertThat(DateUtil.isCellDateFormatted(signed.getCell(5))).isTrue();
            assertThat(signed.getCell(5).getLocalDateTimeCellValue().toLocalDate())
                    .isEqualTo(LocalDate.ofInstant(clock.instant(), clock.getZone()));
            assertThat(DateUtil.isCellDateFormatted(
                            book.getSheet("修订记录").getRow(2).getCell(1)))
                    .isTrue();
        }
        assertThat(jdbc.queryForObject(
                        "select rows from sales.exports where by_whom = ? and asked like ? order by at desc limit 1",
                        Long.class,
                        GENERAL_MANAGER,
                        documents.view(paper.documentId()).no() + "%"))
                .isPositive();
        assertThat(at(LIN).get(path(paper) + "/export").status()).isEqualTo(404);
    }

    @Test
    void twoVersionsAreHeldAgainstEachOtherFieldByField() {
        Paper paper = returnedAndApproved();

        String compared = page(DIRECTOR, paper, "?version=2&against=1");

        assertThat(compared)
                .contains("第 <span>2</span> 版与第 <span>1</span> 版相比", "＋ 新增", "－ 删除", "≠ 修改")
                .contains(
                        "<mark class=\"whole\">5,000.00</mark></del>",
                        "<mark class=\"whole\">4,000.00</mark></ins>",
                        "灯箱",
                        "答谢会");
        assertThat(page(DIRECTOR, paper, "?version=1")).contains("您在看第", "灯箱");
        assertThat(at(DIRECTOR).get(path(paper) + "?version=3").status()).isEqualTo(404);
        assertThat(at(DIRECTOR).get(path(paper) + "?version=2&against=9").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"sun.li, true", "zhou.kai, true", "wu.zong, true", "chen.xiao, false", "zheng.fang, false"})
    void onlyItsReadersFindADocument(String person, boolean reads) {
        Paper paper = paper().submitted(FIRST, "");
        Attachment file = attachments.add(paper.documentId(), "图.png", "image/png", new byte[] {1}, MARKETING);
        String no = documents.view(paper.documentId()).no();

        Answer page = at(person).get(path(paper));
        Answer download = at(person).get(path(paper) + "/attachments/" + file.id());

        assertThat(page.status()).isEqualTo(reads ? 200 : 404);
        assertThat(download.status()).isEqualTo(reads ? 200 : 404);
        assertThat(at(person).get("/documents").text().contains(no)).isEqualTo(reads);
        assertThat(at(person).get("/").text().contains("href=\"/documents\"")).isEqualTo(reads);
    }

    @Test
    void whoeverOpenedADocumentReadsItInWhicheverGroup() {
        UUID own = transaction.execute(status -> documents.open(TestNotes.KIND, "陈晓的便笺", null, CHEN));

        assertThat(at(CHEN).get("/documents/" + own).text()).contains("陈晓的便笺", "尚未编制内容");
        assertThat(at(CHEN).get("/documents").text()).contains("陈晓的便笺");
        assertThat(at(LIN).get("/documents/" + own).status()).isEqualTo(404);
    }

    @Test
    void theListIsNarrowedByKindStateAndProject() {
        Paper waiting = paper().submitted(FIRST, "");
        Paper done = returnedAndApproved();
        String waits = documents.view(waiting.documentId()).no();
        String stands = documents.view(done.documentId()).no();

        assertThat(at(DIRECTOR).get("/documents?state=SUBMITTED").text())
                .contains(waits)
                .doesNotContain(stands);
        assertThat(at(DIRECTOR)
                        .get("/documents?kind=test-note&state=APPROVED&project=")
                        .text())
                .contains(stands)
                .doesNotContain(waits);
        assertThat(at(DIRECTOR).get("/documents?kind=no-such-kind").text()).contains("没有符合条件的文件");
        assertThat(at(DIRECTOR).get("/documents?project=" + UUID.randomUUID()).text())
                .contains("没有符合条件的文件");
        assertThat(at(DIRECTOR).get("/documents?page=999").text()).contains("没有符合条件的文件", "上一页");
    }

    @Test
    void onlyTheSubmitterIsOfferedToTakeItBackAndToldWhatCameOfIt() {
        Paper paper = paper().submitted(FIRST, "");
        assertThat(page(DIRECTOR, paper, "")).doesNotContain("/withdraw");

        at(DIRECTOR).form(path(paper) + "/withdraw", page(DIRECTOR, paper, ""), Map.of());
        assertThat(page(DIRECTOR, paper, "")).contains("只有提交人孙丽可以撤回");

        String mine = page(MARKETING, paper, "");
        assertThat(mine).contains("/withdraw");
        at(MARKETING).form(path(paper) + "/withdraw", mine, Map.of());
        assertThat(page(MARKETING, paper, "")).contains("第 1 版已撤回", "已撤回").doesNotContain("/withdraw");
        assertThat(at(CHEN).form(path(paper) + "/withdraw", at(CHEN).get("/").text(), Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aKindThatIsNotCopiedOffersNoCopyAndMakesNone() {
        Paper paper = returnedAndApproved();
        String page = page(MARKETING, paper, "");

        assertThat(page).doesNotContain("/copy");
        assertThat(at(MARKETING).form(path(paper) + "/copy", page, Map.of()).status())
                .isEqualTo(403);
    }

    @Test
    void aCopyLeadsBackToWhatItWasMadeFrom() {
        Paper paper = returnedAndApproved();

        String page = page(MARKETING, paper.copied(), "");

        assertThat(page)
                .contains("复制自", path(paper) + "?version=2", "第 2 版", "草稿")
                .doesNotContain("吴总");
    }

    @ParameterizedTest
    @CsvSource({"sun.li, true", "zhou.kai, true", "feng.tao, false", "jiang.bo, false", "wu.zong, false"})
    void whatIsNotSubmittedYetIsSeenByThoseWhoWriteIt(String person, boolean writes) {
        Promotion promotion = new Promotion(this);
        String plan = promotion.begun();
        String page = "/documents/"
                + jdbc.queryForObject(
                        "select document_id from sales.promotion_plans where id = cast(? as uuid)", UUID.class, plan);

        assertThat(at(person).get(page).text().contains("蓄客期")).isTrue();
        assertThat(at(person).get(page).text().contains("尚未编制内容")).isEqualTo(!writes);
        assertThat(at(person).get(page + "?version=1").status()).isEqualTo(writes ? 200 : 404);
        accepted(promotion.submit(plan, promotion.content("100000.00")));
        assertThat(at(person).get(page + "?version=1").status()).isEqualTo(200);
    }

    @Test
    void aFileIsTakenKeptAndGivenBackAsItWas() {
        String plan = new Promotion(this).begun();
        UUID document = jdbc.queryForObject(
                "select document_id from sales.promotion_plans where id = cast(? as uuid)", UUID.class, plan);
        String task =
                "/api/tasks/" + at(MARKETING).taskOf(plan, "userTask_draftPlan").id() + "/attachments";
        String page = at(MARKETING).get("/").text();
        byte[] bytes = "%PDF-1.7 x".getBytes(java.nio.charset.StandardCharsets.UTF_8);

        JsonNode added =
                at(MARKETING).upload(task, page, "file", "包装方案.pdf", bytes).json();
        assertThat(added.path("name").asText()).isEqualTo("包装方案.pdf");
        assertThat(added.path("size").asInt()).isEqualTo(bytes.length);
        assertThat(added.path("sha256").asText()).matches("[0-9a-f]{64}");
        assertThat(at(DIRECTOR)
                        .get("/documents/" + document + "/attachments/"
                                + added.path("id").asText())
                        .text())
                .isEqualTo("%PDF-1.7 x");

        for (int i = attachments.count(document); i < 100; i++) {
            attachments.add(document, "图.png", "image/png", new byte[] {1}, MARKETING);
        }
        assertThat(at(MARKETING)
                        .upload(task, page, "file", "又一份.pdf", bytes)
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("此文件的附件已达 100 个，不能再上传，请另行存档。");
        assertThat(at(MARKETING)
                        .upload(task, page, "file", "脚本.html", bytes)
                        .json()
                        .path("message")
                        .asText())
                .contains("“脚本.html”不能作为附件");
        assertThat(at(MARKETING)
                        .upload(task, page, "file", "空.pdf", new byte[0])
                        .json()
                        .path("message")
                        .asText())
                .contains("空文件");
        assertThat(at(MARKETING)
                        .upload(task, page, "file", "大.pdf", new byte[5 * 1024 * 1024 + 1])
                        .json()
                        .path("message")
                        .asText())
                .contains("超过 5 MB");
        assertThat(at(CHEN).upload(task, at(CHEN).get("/").text(), "file", "a.pdf", bytes)
                        .status())
                .as("who may not read the task")
                .isEqualTo(404);
        Paper paper = paper().submitted(FIRST, "");
        assertThat(at(DIRECTOR)
                        .upload(
                                "/api/tasks/" + paper.task().id() + "/attachments",
                                at(DIRECTOR).get("/").text(),
                                "file",
                                "a.pdf",
                                bytes)
                        .status())
                .as("an approver's task takes none")
                .isEqualTo(404);
    }

    @Test
    void aTaskThatKeepsNoDraftSaysSoAndSomebodyElsesTaskIsNotWrittenOn() {
        Paper paper = paper().submitted(FIRST, "");
        String draft = "/api/tasks/" + paper.task().id() + "/draft";

        assertThat(at(DIRECTOR).put(draft, Map.of("reason", "写到一半")).message()).contains("不支持暂存");
        accepted(at(DIRECTOR).claim(paper.task().id()));
        assertThat(at("xu.qiang").put(draft, Map.of()).status()).isEqualTo(403);
        assertThat(at(CHEN).put(draft, Map.of()).status()).isEqualTo(404);
    }

    /** Approved in its second version, which the general manager had asked for. */
    private Paper returnedAndApproved() {
        Paper paper = paper().submitted(FIRST, "");
        accepted(paper.agree(DIRECTOR));
        accepted(paper.giveBack(GENERAL_MANAGER, "灯箱转化低"));
        paper.submitted(SECOND, "改投老业主");
        accepted(paper.agree(DIRECTOR));
        accepted(paper.agree(GENERAL_MANAGER));
        return paper;
    }

    private static String path(Paper paper) {
        return "/documents/" + paper.documentId();
    }

    private String page(String person, Paper paper, String query) {
        Answer answer = at(person).get(path(paper) + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }
}
