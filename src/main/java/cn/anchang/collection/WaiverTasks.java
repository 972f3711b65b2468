package cn.anchang.collection;

import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.approval.Documents;
import cn.anchang.approval.Fact;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.shared.Sentences;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the task of {@code late-fee-waiver} shows: what was asked for, to be asked otherwise. */
@Component
class WaiverTasks implements DocumentTasks {

    private final WaiverDesk desk;
    private final Documents documents;
    private final Sentences sentences;

    WaiverTasks(WaiverDesk desk, Documents documents, Sentences sentences) {
        this.desk = desk;
        this.documents = documents;
        this.sentences = sentences;
    }

    @Override
    public String processKey() {
        return WaiverKind.CODE;
    }

    @Override
    public DocumentTask of(OpenTask task) {
        Waiver waiver = desk.found(UUID.fromString(task.businessKey()));
        WaiverContent content = desk.draft(waiver);
        return new DocumentTask(
                waiver.documentId(),
                documents.currentVersion(waiver.documentId()).orElseThrow(),
                null,
                List.of(
                        Fact.sale(sentences.text("waiver.field.sale"), content.caseNo(), desk.saleOf(waiver)),
                        new Fact(sentences.text("waiver.field.unit"), content.unitNo()),
                        new Fact(
                                sentences.text("waiver.field.fee"),
                                content.fee().formatted())),
                sentences.text("waiver.next"),
                Map.of("amount", content.amount(), "reason", content.reason()));
    }
}
