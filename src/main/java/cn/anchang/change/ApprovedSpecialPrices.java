package cn.anchang.change;

import cn.anchang.approval.Approvals;
import cn.anchang.approval.Documents;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.SpecialPrice;
import cn.anchang.salescase.SpecialPrices;
import cn.anchang.salescase.UnitSnapshot;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The prices that were granted, and whether each still holds: asked anew each time, for the sale may have changed since. */
@Component
@Transactional
class ApprovedSpecialPrices implements SpecialPrices {

    private final SpecialPriceRequests requests;
    private final Documents documents;
    private final Approvals approvals;
    private final CaseFiles files;
    private final Sentences sentences;
    private final Clock clock;

    ApprovedSpecialPrices(
            SpecialPriceRequests requests,
            Documents documents,
            Approvals approvals,
            CaseFiles files,
            Sentences sentences,
            Clock clock) {
        this.requests = requests;
        this.documents = documents;
        this.approvals = approvals;
        this.files = files;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<SpecialPrice> inForce(UUID caseId) {
        return requests.findByCaseIdAndState(caseId, SpecialPriceState.APPROVED).map(this::price);
    }

    SpecialPrice price(SpecialPriceRequest request) {
        SpecialPriceContent content = documents.content(request.approvedVersion(), SpecialPriceContent.class);
        Optional<String> whyNot = whyNot(request, content);
        return new SpecialPrice(
                request.id(),
                request.no(),
                content.unitId(),
                content.listPrice(),
                content.price(),
                content.terms(),
                content.planLines(),
                request.approvedBy(),
                whyNot.isEmpty(),
                whyNot.orElse(null));
    }

    private Optional<String> whyNot(SpecialPriceRequest request, SpecialPriceContent content) {
        UnitSnapshot unit = files.of(request.caseId()).orElseThrow().salesCase().unit();
        if (!approvals.holds(request.approvedVersion())) {
            return Optional.of(sentences.text("specialPrice.void.content"));
        } else if (unit == null || !unit.unitId().equals(content.unitId())) {
            return Optional.of(sentences.text("specialPrice.void.unit", content.unitNo()));
        } else if (!unit.listPrice().equals(content.listPrice())) {
            return Optional.of(sentences.text("specialPrice.void.listPrice", content.listPrice(), unit.listPrice()));
        }
        return Optional.empty();
    }

    @Override
    public void used(UUID specialPriceId, UUID subscriptionId, String by) {
        requests.findById(specialPriceId).orElseThrow().used(subscriptionId, by, clock.instant());
    }
}
