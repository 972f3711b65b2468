package cn.anchang.salescase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The steps that the ledger's page leaves to their tasks, as the models of a sale know them. */
class SaleAccountsTest {

    private static final Pattern OF_FINANCE =
            Pattern.compile("<bpmn:userTask id=\"(\\w+)\"[^>]*candidateGroups=\"finance\"");

    /** Steps that are done as well by money recorded elsewhere. */
    private static final Set<String> COUNT_MONEY_FROM_ELSEWHERE =
            Set.of("userTask_collectFirstPayment", "userTask_recordRelease");

    @Test
    void everyStepOfFinanceIsKnownAsTakingMoneyOrPayingItBack() throws IOException {
        Set<String> steps = new TreeSet<>();
        for (Resource model :
                new PathMatchingResourcePatternResolver().getResources("classpath*:processes/sales-case*.bpmn")) {
            Matcher task = OF_FINANCE.matcher(model.getContentAsString(java.nio.charset.StandardCharsets.UTF_8));
            while (task.find()) {
                steps.add(task.group(1));
            }
        }
        Set<String> known = new TreeSet<>(SaleAccounts.TAKES_MONEY);
        known.addAll(SaleAccounts.PAYS_MONEY_BACK);
        known.addAll(COUNT_MONEY_FROM_ELSEWHERE);
        assertThat(known).isEqualTo(steps).hasSize(4);
    }
}
