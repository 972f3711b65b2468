package cn.anchang.customer;

import static cn.anchang.workbook.ImportTester.problems;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.testing.DatabaseTest;
import cn.anchang.workbook.ImportJob;
import cn.anchang.workbook.ImportTester;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
@Import({CustomerImport.class, CustomerDesk.class, Customers.class, CustomerFixture.class, ImportTester.class})
class CustomerImportTest {

    private static final List<String> HEADINGS = List.of("姓名", "手机号", "渠道", "意向", "级别", "置业顾问", "身份证号", "备注");

    @Autowired
    ImportTester tester;

    @Autowired
    CustomerRows customers;

    @Autowired
    PersonalData personalData;

    @Autowired
    JdbcTemplate jdbc;

    private String phone;

    @BeforeEach
    void aPhoneNobodyHasYet() {
        phone = "139%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    private byte[] sheet(List<?>... rows) {
        return ImportTester.sheet(HEADINGS, List.of(rows));
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    @Test
    void customersComeInWithTheirConsultantAndTheSameFileTwiceChangesNothing() {
        byte[] file =
                sheet(row("王小明", Long.valueOf(phone), "网络", "三室", "A级", "陈晓", "330102199203152211", "=HYPERLINK"));

        ImportJob first = tester.bringIn("customers", file);
        ImportJob again = tester.check("customers", file);

        assertThat(problems(first)).isEmpty();
        assertThat(first.added()).isOne();
        assertThat(again.unchanged()).isOne();
        assertThat(again.isApplicable()).isFalse();
        Customer customer = customers.findByPhone(phone).orElseThrow();
        assertThat(customer.owner()).isEqualTo("chen.xiao");
        assertThat(customer.state()).isEqualTo(CustomerState.LEAD);
        assertThat(customer.channel()).isEqualTo(Channel.ONLINE);
        assertThat(customer.grade()).isEqualTo(Grade.A);
        assertThat(customer.intent().wantedLayout()).isEqualTo("三室");
        assertThat(customer.remark()).isEqualTo("=HYPERLINK");
        assertThat(personalData.open(customer.idNoSealed(), customer.id())).isEqualTo("330102199203152211");
    }

    @Test
    void aBlankCellErasesNothingAndAFilledOneChanges() {
        tester.bringIn("customers", sheet(row("王小明", phone, "网络", "三室", "A", "陈晓", null, "老客户介绍来的")));

        ImportJob job = tester.bringIn("customers", sheet(row("王小明", phone, null, null, "B", null, null, null)));

        assertThat(job.changed()).isOne();
        Customer customer = customers.findByPhone(phone).orElseThrow();
        assertThat(customer.grade()).isEqualTo(Grade.B);
        assertThat(customer.owner()).isEqualTo("chen.xiao");
        assertThat(customer.remark()).isEqualTo("老客户介绍来的");
        assertThat(customer.channel()).isEqualTo(Channel.ONLINE);
    }

    @Test
    void nobodysCustomerChangesHandsAndNothingOfTheOtherIsTold() {
        tester.bringIn("customers", sheet(row("王小明", phone, null, null, null, "陈晓", "330102199203152211", null)));

        ImportJob job = tester.check(
                "customers",
                sheet(
                        row("王小明", "+86-" + phone, null, null, null, "林佳", null, null),
                        row("李雷", "138" + phone.substring(3), null, null, null, null, null, null)));
        ImportJob other =
                tester.check("customers", sheet(row("李雷", phone, null, null, null, null, "33010619850612004X", null)));

        assertThat(problems(job)).containsExactly("2 置业顾问 该电话的客户已有置业顾问跟进，导入不改变归属，请留空");
        assertThat(problems(other)).containsExactly("2 电话 该电话已登记在另一姓名下，请核对电话", "2 证件号码 与该客户已登记的证件号码不同，请核对证件或留空");
        assertThat(problems(other).toString() + problems(job)).doesNotContain("王小明", "陈晓", "330102199203152211");
    }

    @Test
    void badCellsAreNamedOneByOne() {
        ImportJob job = tester.check(
                "customers",
                sheet(
                        row("王小明", "1391234", "电视", null, "E", "小张", "330102199203152212", null),
                        row(null, phone, null, null, null, null, null, null),
                        row("甲", phone, null, null, null, null, null, null),
                        row("乙", phone, null, null, null, null, null, null)));

        assertThat(problems(job))
                .containsExactly(
                        "2 电话 电话“1391234”不是有效的国内手机号或带区号的座机号，请核对后重新填写。",
                        "2 渠道 “电视”不在可选范围，请填写以下之一：自然到访、老客户介绍、网络、来电、中介渠道、户外广告、活动、其他",
                        "2 级别 “E”不在可选范围，请填写以下之一：A、A级、A类、B、B级、B类、C、C级、C类、D、D级、D类",
                        "2 置业顾问 没有叫“小张”的置业顾问，或有重名，请填写姓名或登录名",
                        "2 证件号码 居民身份证号码格式或校验位不正确，请对照证件重新填写。",
                        "3 姓名 不能为空，请填写",
                        "5 电话 与第 4 行重复，请只保留一行");
        assertThat(tester.errors(job).comments()).containsKeys("B2", "C2", "E2", "F2", "G2", "A3", "B4");
    }

    @Test
    void theSampleCustomersComeInByTheSameImport() throws IOException {
        byte[] file = new ClassPathResource("sample/customers.xlsx").getContentAsByteArray();

        ImportJob job = tester.check("customers", file);
        tester.imports().bringIn("customers", "customers.xlsx", file, "sun.li");

        assertThat(problems(job)).isEmpty();
        assertThat(tester.check("customers", file).unchanged()).isEqualTo(25);
        assertThat(jdbc.queryForObject(
                        "select count(*) from sales.customers where email like 'customer__@example.com'",
                        Integer.class))
                .isEqualTo(8);
    }

    @Test
    void theTemplateIsReadByTheImportItself() {
        assertThat(problems(tester.check("customers", tester.imports().template("customers"))))
                .isEmpty();
    }
}
