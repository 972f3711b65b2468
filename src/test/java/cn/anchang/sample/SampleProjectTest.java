package cn.anchang.sample;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.customer.Customers;
import cn.anchang.inventory.ProjectView;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.inventory.UnitFilter;
import cn.anchang.inventory.UnitUse;
import cn.anchang.testing.ApplicationTest;
import cn.anchang.workbook.Imports;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.JdbcTemplate;

@ApplicationTest
class SampleProjectTest {

    @Autowired
    SampleProject sample;

    @Autowired
    UnitCatalogue catalogue;

    @Autowired
    Customers customers;

    @Autowired
    Imports imports;

    @Autowired
    JdbcTemplate jdbc;

    private ProjectView project() {
        return catalogue.projects().stream()
                .filter(view -> view.name().equals("云栖花园"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstRunHasAProjectWithHomesShopsAndParkingSpaces() {
        assertThat(project().code()).isEqualTo("YX");
        assertThat(project().region()).isEqualTo("华东");
        assertThat(project().buildings()).containsExactly("1号楼", "2号楼", "3号楼");
        assertThat(catalogue.board(project().id(), null)).hasSize(120);
        assertThat(catalogue.available(
                        project().id(), new UnitFilter(null, UnitUse.SHOP, null, null, null, null, null, null)))
                .isNotEmpty();
        assertThat(jdbc.queryForList("select distinct owner from sales.customers where no <= 'K000025'", String.class))
                .contains("chen.xiao", "lin.jia", null);
    }

    @Test
    void aLaterStartLeavesTheSampleAlone() {
        long known = customers.count();
        List<?> board = catalogue.board(project().id(), "1号楼");

        sample.run(new DefaultApplicationArguments());

        assertThat(customers.count()).isEqualTo(known);
        assertThat(catalogue.board(project().id(), "1号楼")).isEqualTo(board);
    }

    @Test
    void thoseImportWhoKeepPricesAndCustomers() {
        assertThat(imports.kinds()).containsExactly("bank-statement", "customers", "sales-progress", "units");
        assertThat(imports.kindsFor("qian.hui")).containsExactly("bank-statement");
        assertThat(imports.kindsFor("sun.li")).containsExactly("units");
        assertThat(imports.kindsFor("zhao.ming")).containsExactly("customers", "sales-progress");
        assertThat(imports.kindsFor("zhou.kai")).containsExactly("customers", "sales-progress", "units");
        assertThat(imports.kindsFor("xu.qiang")).containsExactly("customers", "units");
        assertThat(List.of("chen.xiao", "wu.zong", "zheng.fang", "feng.tao", "han.mei", "nobody"))
                .allSatisfy(person -> assertThat(imports.kindsFor(person)).isEmpty());
    }
}
