package cn.anchang.inventory;

import cn.anchang.organization.Sites;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.Column;
import cn.anchang.workbook.ImportKind;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Brings in a 一房一价表: units with their prices and permits; also projects and buildings nobody has heard of yet. */
@Component
class UnitImport implements ImportKind {

    static final Column PROJECT = Column.required("项目", "项目名称", "楼盘", "楼盘名称").repeating();
    static final Column CODE = Column.optional("项目代码", "项目编码").repeating();
    static final Column REGION = Column.optional("大区", "区域").repeating();
    static final Column CITY = Column.optional("城市").repeating();
    static final Column BUILDING =
            Column.required("楼栋", "楼号", "栋号", "幢号", "楼幢", "楼栋号").repeating();
    static final Column SECTION = Column.optional("单元", "单元号").repeating();
    static final Column FLOOR = Column.required("楼层", "所在层", "所在楼层").repeating();
    static final Column NUMBER = Column.required("房号", "室号", "房间号", "房屋号");
    static final Column USE = Column.required("用途", "物业类型", "房屋用途", "规划用途").repeating();
    static final Column LAYOUT = Column.optional("户型").repeating();
    static final Column AREA = Column.required("建筑面积", "面积", "建面", "预测建筑面积");
    static final Column PER_METRE = Column.optional("单价", "表价单价", "建筑面积单价", "销售单价");
    static final Column TOTAL = Column.optional("总价", "表价", "表价总价", "销售总价", "总价款");
    static final Column FLOOR_PRICE = Column.required("底价", "底价总价", "最低总价");
    static final Column EFFECTIVE = Column.optional("价格生效日期", "生效日期", "执行日期").repeating();
    static final Column PERMIT =
            Column.optional("预售证号", "预售许可证号", "预售许可证", "预售证").repeating();
    static final Column PERMIT_FROM =
            Column.optional("预售证发证日期", "发证日期", "预售证生效日期").repeating();
    static final Column PERMIT_TO = Column.optional("预售证有效期至", "有效期至").repeating();
    static final Column STATE = Column.optional("销售状态", "状态", "推售状态").repeating();

    private final Regions regions;
    private final Projects projects;
    private final Buildings buildings;
    private final PresalePermits permits;
    private final Units units;
    private final Prices prices;
    private final PriceListApproval approval;
    private final UnitChanges changes;
    private final EntityManager entities;
    private final Sentences sentences;
    private final Sites sites;
    private final Clock clock;

    UnitImport(
            Regions regions,
            Projects projects,
            Buildings buildings,
            PresalePermits permits,
            Units units,
            Prices prices,
            PriceListApproval approval,
            UnitChanges changes,
            EntityManager entities,
            Sentences sentences,
            Sites sites,
            Clock clock) {
        this.regions = regions;
        this.projects = projects;
        this.buildings = buildings;
        this.permits = permits;
        this.units = units;
        this.prices = prices;
        this.approval = approval;
        this.changes = changes;
        this.entities = entities;
        this.sentences = sentences;
        this.sites = sites;
        this.clock = clock;
    }

    @Override
    public String code() {
        return "units";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                PROJECT,
                CODE,
                REGION,
                CITY,
                BUILDING,
                SECTION,
                FLOOR,
                NUMBER,
                USE,
                LAYOUT,
                AREA,
                PER_METRE,
                TOTAL,
                FLOOR_PRICE,
                EFFECTIVE,
                PERMIT,
                PERMIT_FROM,
                PERMIT_TO,
                STATE);
    }

    @Override
    public List<Column> amounts() {
        return List.of(PER_METRE, TOTAL, FLOOR_PRICE);
    }

    @Override
    public List<Object> example() {
        LocalDate today = LocalDate.now(clock);
        return Arrays.asList(
                "示例花园",
                "SL",
                "华东",
                "杭州",
                "1号楼",
                null,
                3,
                "301",
                sentences.name(UnitUse.HOME),
                "三室两厅两卫",
                new BigDecimal("98.50"),
                Money.of("33000"),
                Money.of("3250500"),
                Money.of("3120480"),
                today,
                "杭售许字(2026)第 0001 号",
                today,
                today.plusYears(2),
                sentences.name(UnitState.AVAILABLE));
    }

    /** What each use is called on sheets: its own name first, then others. */
    Map<String, UnitUse> uses() {
        Map<String, UnitUse> names = new LinkedHashMap<>();
        for (UnitUse use : UnitUse.values()) {
            names.put(sentences.name(use), use);
        }
        names.put("普通住宅", UnitUse.HOME);
        names.put("高层住宅", UnitUse.HOME);
        names.put("商业", UnitUse.SHOP);
        names.put("车库", UnitUse.PARKING);
        names.put("地下车位", UnitUse.PARKING);
        return names;
    }

    Map<String, UnitState> states() {
        Map<String, UnitState> names = new LinkedHashMap<>();
        names.put(sentences.name(UnitState.AVAILABLE), UnitState.AVAILABLE);
        names.put(sentences.name(UnitState.WITHHELD), UnitState.WITHHELD);
        return names;
    }

    @Override
    public Pass begin(Order order) {
        return new UnitImportPass(
                this, order, regions, projects, buildings, permits, units, prices, approval, changes, entities,
                sentences, sites, clock);
    }
}
