package cn.anchang.change;

import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.approval.Documents;
import cn.anchang.approval.Fact;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.salescase.Obstacle;
import cn.anchang.salescase.SalesChanges;
import cn.anchang.salescase.Standing;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the tasks of {@code change-order} show and start with. */
@Component
class ChangeTasks implements DocumentTasks {

    private final ChangeOrders orders;
    private final ChangeProposals proposals;
    private final SalesChanges changes;
    private final Documents documents;
    private final Sentences sentences;
    private final Clock clock;

    ChangeTasks(
            ChangeOrders orders,
            ChangeProposals proposals,
            SalesChanges changes,
            Documents documents,
            Sentences sentences,
            Clock clock) {
        this.orders = orders;
        this.proposals = proposals;
        this.changes = changes;
        this.documents = documents;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return ChangeDocument.CODE;
    }

    @Override
    public DocumentTask of(OpenTask task) {
        ChangeOrder order = orders.findById(UUID.fromString(task.businessKey())).orElseThrow();
        Standing sale = changes.standing(order.caseId()).orElseThrow();
        Optional<UUID> version = documents.currentVersion(order.documentId());
        return new DocumentTask(
                order.documentId(),
                version.orElse(null),
                null,
                facts(order, sale),
                sentences.text("change.next." + task.definitionKey()),
                prefill(task.definitionKey(), order, sale, version));
    }

    private List<Fact> facts(ChangeOrder order, Standing sale) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.sale(
                sentences.text("change.field.case"),
                sentences.text("change.case", sale.caseNo(), sale.projectName(), sale.unitNo(), sale.customerName()),
                order.caseId()));
        facts.add(new Fact(sentences.text("change.field.stage"), sale.stageName()));
        if (order.state() == ChangeState.FAILED) {
            facts.add(new Fact(sentences.text("change.field.failure"), order.failure()));
        }
        if (order.state() == ChangeState.APPROVED) {
            changes.obstacles(order.caseId(), order.kind())
                    .forEach(obstacle -> facts.add(new Fact(sentences.text("change.field.obstacle"), obstacle.text())));
        }
        return facts;
    }

    private Map<String, Object> prefill(String task, ChangeOrder order, Standing sale, Optional<UUID> version) {
        return switch (task) {
            case "userTask_writeChange" ->
                version.map(id -> documents.content(id, ChangeContent.class))
                        .map(proposals::of)
                        .orElseGet(() -> proposals.of(order.caseId(), order.kind(), null, null));
            case "userTask_clearObstacles" -> clearance(order);
            case "userTask_takeReceiptsBack" -> receipts(sale);
            default -> Map.of();
        };
    }

    private Map<String, Object> clearance(ChangeOrder order) {
        List<Obstacle> obstacles = changes.obstacles(order.caseId(), order.kind());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("filed", has(obstacles, Obstacle.Kind.FILED));
        values.put("loanOpen", has(obstacles, Obstacle.Kind.LOAN_OPEN));
        values.put("revokedOn", today());
        values.put("settledOn", today());
        return values;
    }

    private static boolean has(List<Obstacle> obstacles, Obstacle.Kind kind) {
        return obstacles.stream().anyMatch(obstacle -> obstacle.kind() == kind);
    }

    private Map<String, Object> receipts(Standing sale) {
        return Map.of(
                "receipts",
                sale.receipts().stream()
                        .map(receipt -> Map.of(
                                "key", receipt.id(),
                                "receiptNo", receipt.receiptNo(),
                                "payer", receipt.payer(),
                                "amount", receipt.amount()))
                        .toList());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
