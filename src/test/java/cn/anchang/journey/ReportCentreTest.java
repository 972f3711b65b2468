package cn.anchang.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.TasklistSession.Answer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** 报表: whoever looks sees what they may make, and everything they see can be had. */
class ReportCentreTest extends JourneyTest {

    private static final Pattern FORM =
            Pattern.compile("(?s)<form[^>]*method=\"get\"[^>]*action=\"([^\"]+)\"[^>]*>(.*?)</form>");
    private static final Pattern REQUIRED =
            Pattern.compile("(?s)<select[^>]*name=\"([^\"]+)\" required[^>]*>\\s*<option value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#]*)\"");

    @Test
    void everyoneSeesWhatTheyMayMakeAndNothingElse() {
        Sale done = sale().checked();
        accepted(issue(done, CHEN, "INTENT"));
        String no = jdbc.queryForObject(
                "select no from sales.issued_papers where case_id = ? and kind = 'INTENT'",
                String.class,
                done.caseId());

        assertThat(of(CHEN))
                .contains("客户回款跟踪表与统计", "销售过程进度分析表", "销售进度表（图）", "房源表（销控）", "出具单据", no)
                .doesNotContain("t-consultant", "谁导出过什么");
        assertThat(of(LIN)).contains("出具单据").doesNotContain(no);
        assertThat(of(MANAGER)).contains("t-consultant", "谁导出过什么", no);
        assertThat(of(MARKETING)).contains("受控文件", "客户回款跟踪表与统计", no);
        assertThat(of(SERVICE)).contains(no).doesNotContain("客户回款跟踪表与统计", "销售过程进度分析表");
        assertThat(of("feng.tao")).contains("房源表（销控）").doesNotContain("出具单据", "客户回款跟踪表与统计", no);
    }

    private Answer issue(Sale sale, String person, String kind) {
        String page = at(person).get("/papers/" + sale.key(), "text/html").text();
        Answer answer = at(person).form("/papers/" + sale.key(), page, java.util.Map.of("kind", kind));
        assertThat(answer.status()).isEqualTo(302);
        return at(person).get("/papers/" + sale.key(), "text/html");
    }

    @Test
    void everythingListedCanBeHad() {
        sale().contracted();
        SoftAssertions all = new SoftAssertions();
        for (String person : List.of(
                CHEN, MANAGER, CASHIER, MARKETING, DIRECTOR, GENERAL_MANAGER, SERVICE, "xu.qiang", "feng.tao")) {
            Set<String> addresses = addresses(of(person));
            all.assertThat(addresses).as(person).isNotEmpty();
            for (String address : addresses) {
                Answer answer = at(person).get(address, "text/html");
                all.assertThat(answer.status()).as(person + " " + address).isIn(200, 302);
                all.assertThat(answer.location() == null || !answer.location().contains("/login"))
                        .as(person + " " + address)
                        .isTrue();
            }
        }
        all.assertAll();
    }

    /** The forms as they are sent when nothing is chosen, and the links. */
    private static Set<String> addresses(String page) {
        String main = page.substring(page.indexOf("<main"));
        Set<String> addresses = new LinkedHashSet<>();
        Matcher form = FORM.matcher(main);
        while (form.find()) {
            StringBuilder address = new StringBuilder(form.group(1).replaceAll("#.*", "") + "?building=&q=&risk=");
            Matcher required = REQUIRED.matcher(form.group(2));
            while (required.find()) {
                address.append('&').append(required.group(1)).append('=').append(required.group(2));
            }
            addresses.add(address.toString());
        }
        Matcher link = LINK.matcher(main);
        while (link.find()) {
            addresses.add(HtmlUtils.htmlUnescape(link.group(1)));
        }
        return addresses;
    }

    @Test
    void aSaleIsFoundToIssueItsPapersByWhoeverMayReadIt() {
        Sale sale = sale().subscribed();
        String no = jdbc.queryForObject("select no from sales.sales_cases where id = ?", String.class, sale.caseId());
        String unit =
                jdbc.queryForObject("select unit_no from sales.sales_cases where id = ?", String.class, sale.caseId());
        String link = "/papers/" + sale.key();
        assertThat(found(CHEN, no)).contains(link);
        assertThat(found(CASHIER, unit)).contains(link);
        assertThat(found(LIN, no)).contains("没有找到").doesNotContain(link);
        assertThat(found(SERVICE, no)).as("before the deal is done").contains("没有找到");
        assertThat(found("feng.tao", no)).doesNotContain(link);
        assertThat(found(CHEN, "%00'%22;--")).contains("没有找到");
        assertThat(at(CHEN).get("/reports?paper=NONE", "text/html").status()).isEqualTo(400);
    }

    private String found(String person, String q) {
        return at(person).get("/reports?q=" + q, "text/html").text();
    }

    private String of(String person) {
        Answer answer = at(person).get("/reports", "text/html");
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }
}
