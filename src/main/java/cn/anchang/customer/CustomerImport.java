package cn.anchang.customer;

import cn.anchang.shared.Sentences;
import cn.anchang.workbook.Column;
import cn.anchang.workbook.ImportKind;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Brings in a 客户管理表: who may buy, what they look for, whose customer they are. */
@Component
class CustomerImport implements ImportKind {

    static final Column NAME = Column.required("姓名", "客户姓名", "客户名称", "客户");
    static final Column PHONE = Column.required("电话", "手机", "手机号", "手机号码", "联系电话", "电话号码", "联系方式");
    static final Column KIND = Column.optional("客户类型", "类型");
    static final Column CHANNEL = Column.optional("渠道", "来访渠道", "获知渠道", "认知途径", "来源");
    static final Column SEGMENT = Column.optional("客户分类", "购房类型", "置业类型");
    static final Column GRADE = Column.optional("级别", "客户级别", "意向级别", "等级", "客户等级");
    static final Column OWNER = Column.optional("置业顾问", "顾问", "销售顾问", "业务员");
    static final Column WANTED_LAYOUT = Column.optional("意向户型", "意向", "意向产品", "意向房型");
    static final Column WANTED_AREA = Column.optional("意向面积", "需求面积");
    static final Column WANTED_BUDGET = Column.optional("预算", "购房预算", "总价预算");
    static final Column WANTED_FLOOR = Column.optional("意向楼层", "楼层偏好");
    static final Column MOTIVE = Column.optional("购房动机", "置业目的", "购房目的");
    static final Column OBJECTIONS = Column.optional("顾虑", "抗性", "未购原因");
    static final Column RIVALS = Column.optional("对比楼盘", "竞品", "竞争楼盘");
    static final Column ID_TYPE = Column.optional("证件类型");
    static final Column ID_NO = Column.optional("证件号码", "身份证号", "身份证号码", "身份证");
    static final Column EMAIL = Column.optional("邮箱", "电子邮箱", "电子邮件");
    static final Column REGISTERED_ON = Column.optional("登记日期", "来访日期", "首访日期", "日期");
    static final Column REMARK = Column.optional("备注", "说明");

    private final CustomerRows customers;
    private final PersonalData personalData;
    private final Consultants consultants;
    private final ProtectionRules protection;
    private final FollowUpRhythm rhythm;
    private final EntityManager entities;
    private final Sentences sentences;
    private final Clock clock;

    CustomerImport(
            CustomerRows customers,
            PersonalData personalData,
            Consultants consultants,
            ProtectionRules protection,
            FollowUpRhythm rhythm,
            EntityManager entities,
            Sentences sentences,
            Clock clock) {
        this.customers = customers;
        this.personalData = personalData;
        this.consultants = consultants;
        this.protection = protection;
        this.rhythm = rhythm;
        this.entities = entities;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "customers";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                NAME,
                PHONE,
                KIND,
                CHANNEL,
                SEGMENT,
                GRADE,
                OWNER,
                WANTED_LAYOUT,
                WANTED_AREA,
                WANTED_BUDGET,
                WANTED_FLOOR,
                MOTIVE,
                OBJECTIONS,
                RIVALS,
                ID_TYPE,
                ID_NO,
                EMAIL,
                REGISTERED_ON,
                REMARK);
    }

    @Override
    public List<Column> amounts() {
        return List.of();
    }

    @Override
    public List<Object> example() {
        return Arrays.asList(
                "示例客户",
                "13800000000",
                sentences.name(CustomerKind.PERSON),
                sentences.name(Channel.WALK_IN),
                sentences.name(Segment.FIRST_HOME),
                "B",
                null,
                "三室两厅",
                "95-110 ㎡",
                "320 万以内",
                "中高楼层",
                "婚房",
                "首付比例",
                null,
                null,
                null,
                null,
                LocalDate.now(clock),
                null);
    }

    <E extends Enum<E>> Map<String, E> names(Class<E> type) {
        Map<String, E> names = new LinkedHashMap<>();
        for (E value : type.getEnumConstants()) {
            names.put(sentences.name(value), value);
        }
        return names;
    }

    Map<String, Grade> grades() {
        Map<String, Grade> names = new LinkedHashMap<>();
        for (Grade grade : Grade.values()) {
            names.put(grade.name(), grade);
            names.put(grade.name() + "级", grade);
            names.put(grade.name() + "类", grade);
        }
        return names;
    }

    @Override
    public Pass begin(Order order) {
        return new CustomerImportPass(this, customers, personalData, consultants, protection, rhythm, entities, clock);
    }
}
