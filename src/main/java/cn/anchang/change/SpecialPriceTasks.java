package cn.anchang.change;

import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.approval.Documents;
import cn.anchang.approval.Fact;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.payment.InstalmentKind;
import cn.anchang.payment.PlanLine;
import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the task of {@code price-approval} shows: what was asked for, to be asked otherwise. */
@Component
class SpecialPriceTasks implements DocumentTasks {

    private final SpecialPriceDesk desk;
    private final Documents documents;
    private final Sentences sentences;

    SpecialPriceTasks(SpecialPriceDesk desk, Documents documents, Sentences sentences) {
        this.desk = desk;
        this.documents = documents;
        this.sentences = sentences;
    }

    @Override
    public String processKey() {
        return "price-approval";
    }

    @Override
    public DocumentTask of(OpenTask task) {
        SpecialPriceRequest request = desk.found(UUID.fromString(task.businessKey()));
        SpecialPriceContent content = desk.draft(request);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("caseId", content.caseId());
        values.put("price", content.price());
        values.put("terms", content.terms());
        values.put("commercialLoan", loan(content, InstalmentKind.MORTGAGE));
        values.put("fundLoan", loan(content, InstalmentKind.FUND));
        values.put("reason", content.reason());
        return new DocumentTask(
                request.documentId(),
                documents.currentVersion(request.documentId()).orElseThrow(),
                null,
                List.of(
                        Fact.sale(sentences.text("specialPrice.field.sale"), content.caseNo(), content.caseId()),
                        new Fact(sentences.text("specialPrice.field.unit"), content.unitNo()),
                        new Fact(
                                sentences.text("specialPrice.field.listPrice"),
                                content.listPrice().formatted())),
                sentences.text("specialPrice.next.revise"),
                values);
    }

    private static Money loan(SpecialPriceContent content, InstalmentKind kind) {
        return content.planLines().stream()
                .filter(line -> line.kind() == kind)
                .map(PlanLine::amount)
                .findFirst()
                .orElse(null);
    }
}
