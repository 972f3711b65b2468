package cn.anchang.inventory;

import cn.anchang.approval.Documents;
import cn.anchang.approval.VersionState;
import cn.anchang.approval.VersionView;
import cn.anchang.organization.Sites;
import cn.anchang.shared.Sentences;
import cn.anchang.workbook.SheetWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be read of price lists: those that matter today, and every price of one. */
@Service
@Transactional(readOnly = true)
public class PriceBook {

    private final PriceLists lists;
    private final PriceListLines lines;
    private final ControlledPriceLists control;
    private final Documents documents;
    private final Sentences sentences;
    private final JdbcClient jdbc;
    private final Sites sites;
    private final Clock clock;

    PriceBook(
            PriceLists lists,
            PriceListLines lines,
            ControlledPriceLists control,
            Documents documents,
            Sentences sentences,
            JdbcTemplate jdbc,
            Sites sites,
            Clock clock) {
        this.lists = lists;
        this.lines = lines;
        this.control = control;
        this.documents = documents;
        this.sentences = sentences;
        this.jdbc = JdbcClient.create(jdbc);
        this.sites = sites;
        this.clock = clock;
    }

    /** Lists that units of the project have their price from, then those that are to come, then those before their approvers. */
    public List<PriceListView> of(UUID projectId) {
        List<PriceListView> found = new ArrayList<>();
        unitsByList(
                        "select price.price_list_id as list, count(*) as units from sales.units u"
                                + " join sales.buildings b on b.id = u.building_id join lateral (" + Prices.IN_FORCE
                                + ") price on true where b.project_id = :project group by 1",
                        projectId)
                .forEach(entry -> found.add(view(entry.getKey(), entry.getValue(), PriceListStanding.IN_FORCE)));
        unitsByList(
                        "select l.id as list, count(*) as units from sales.price_lists l"
                                + " join sales.unit_prices p on p.price_list_id = l.id where l.project_id = :project"
                                + " and l.approved_at is not null and l.effective_on > :day group by 1",
                        projectId)
                .forEach(entry -> found.add(view(entry.getKey(), entry.getValue(), PriceListStanding.ANNOUNCED)));
        lists.findByProjectIdAndApprovedAtNullOrderByRevisionDesc(projectId).stream()
                .filter(list -> documents.versionView(list.versionId()).state() == VersionState.SUBMITTED)
                .forEach(list -> found.add(view(
                        list.id(),
                        documents
                                .content(list.versionId(), PriceListContent.class)
                                .units(),
                        PriceListStanding.IN_APPROVAL)));
        return found;
    }

    private List<Map.Entry<UUID, Integer>> unitsByList(String sql, UUID projectId) {
        return jdbc.sql(sql)
                .param("project", projectId)
                .param("day", LocalDate.now(clock))
                .query((row, n) -> Map.entry(row.getObject("list", UUID.class), row.getInt("units")))
                .list();
    }

    private PriceListView view(UUID listId, int units, PriceListStanding standing) {
        PriceList list = lists.findById(listId).orElseThrow();
        if (list.documentId() == null) {
            return new PriceListView(listId, null, null, 0, list.effectiveOn(), units, standing, null, true);
        }
        VersionView version = documents.versionView(list.versionId());
        return new PriceListView(
                listId,
                list.documentId(),
                documents.view(list.documentId()).no(),
                version.version(),
                list.effectiveOn(),
                units,
                standing,
                version.control().approved(),
                standing == PriceListStanding.IN_APPROVAL ? control.isWhole(list) : control.holds(list));
    }

    /** Whether somebody of these groups may read whole lists, floor prices and all. */
    public boolean isReadableBy(Set<String> groups) {
        return documents.readableBy(groups).contains(PriceListDocument.CODE);
    }

    /** @param content a workbook with every price of the list */
    public record PriceTable(String filename, byte[] content) {}

    /** Empty for a list nobody has made, and for somebody who does not work on its site. */
    public Optional<PriceTable> table(UUID listId, String userId) {
        return lists.findById(listId)
                .filter(list -> sites.isOpenTo(userId, list.projectId()))
                .map(this::table);
    }

    private PriceTable table(PriceList list) {
        String no = list.documentId() == null
                ? ""
                : documents.view(list.documentId()).no();
        int version = list.versionId() == null
                ? list.revision()
                : documents.versionView(list.versionId()).version();
        try (SheetWriter sheet = new SheetWriter(sentences.text("price-list.section.list"))) {
            sheet.widths(10, 16, 8, 16, 14, 16, 16)
                    .headings(Stream.of("building", "unit", "use", "layout", "area", "list", "floor")
                            .map(column -> sentences.text("price-list.column." + column))
                            .toList());
            lines.each(
                    list.id(),
                    line -> sheet.row(
                            line.building(),
                            line.unitNo(),
                            sentences.name(line.use()),
                            line.layout(),
                            line.area(),
                            line.price().list(),
                            line.price().floor()));
            return new PriceTable(sentences.text("price-list.table.file", no, version), sheet.finish());
        }
    }
}
