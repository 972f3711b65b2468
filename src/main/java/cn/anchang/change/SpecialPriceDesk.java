package cn.anchang.change;

import cn.anchang.approval.Documents;
import cn.anchang.approval.SubmitOutcome;
import cn.anchang.approval.SubmitOutcome.Submitted;
import cn.anchang.approval.VersionApproved;
import cn.anchang.approval.VersionRejected;
import cn.anchang.change.SpecialPriceOutcome.BeyondEverybody;
import cn.anchang.change.SpecialPriceOutcome.NoDiscountAsked;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceAbandonReasonMissing;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceAbandoned;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceAsked;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceDeclined;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceIncomplete;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceNotYours;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceOutOfTurn;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceSubmitted;
import cn.anchang.change.SpecialPriceOutcome.SpecialPriceUnderWay;
import cn.anchang.change.SpecialPriceRevisionForm.Outcome;
import cn.anchang.inventory.OccupiedUnit;
import cn.anchang.organization.Staff;
import cn.anchang.payment.PlanOffer;
import cn.anchang.payment.PlanProposal;
import cn.anchang.salescase.CaseFile;
import cn.anchang.salescase.CaseFiles;
import cn.anchang.salescase.CaseState;
import cn.anchang.salescase.SalePlans;
import cn.anchang.salescase.SalesCase;
import cn.anchang.shared.Masked;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a special price is asked for and granted (R09). Its approval binds price, sale, unit, list price, terms and plan, and is good for
 * one subscription. Each method is one step, in one transaction.
 */
@Service
@Transactional
public class SpecialPriceDesk {

    static final String KIND = "special-price";

    private final SpecialPriceRequests requests;
    private final SpecialPriceJudge judge;
    private final CaseFiles files;
    private final SalePlans plans;
    private final Documents documents;
    private final Staff staff;
    private final Sentences sentences;
    private final Clock clock;

    SpecialPriceDesk(
            SpecialPriceRequests requests,
            SpecialPriceJudge judge,
            CaseFiles files,
            SalePlans plans,
            Documents documents,
            Staff staff,
            Sentences sentences,
            Clock clock) {
        this.requests = requests;
        this.judge = judge;
        this.files = files;
        this.plans = plans;
        this.documents = documents;
        this.staff = staff;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** 申请特价, by the sale's consultant or the site manager, between deposit and subscription. */
    public SpecialPriceOutcome ask(SpecialPriceForm form, String by) {
        Optional<CaseFile> found = askable(form.caseId(), by);
        if (found.isEmpty()) {
            return new SpecialPriceNotYours();
        }
        requests.oneAtATime(form.caseId().toString());
        Optional<SpecialPriceRequest> other = requests.findByCaseIdAndState(form.caseId(), SpecialPriceState.ASKED);
        if (other.isPresent()) {
            return new SpecialPriceUnderWay(other.get().no());
        }
        Written written = written(found.get(), form, by);
        if (written.refusal() != null) {
            return written.refusal();
        }
        SalesCase sale = found.get().salesCase();
        UUID document = documents.open(
                KIND,
                sentences.text(
                        "specialPrice.title", sale.projectName(), sale.unit().unitNo(), sale.no()),
                sale.projectId(),
                by);
        SpecialPriceRequest request = requests.save(new SpecialPriceRequest(
                sale.id(), document, documents.view(document).no(), by, clock.instant()));
        documents.draft(document, written.content(), by);
        return new SpecialPriceAsked(request.id(), by);
    }

    /** The file of a sale for which this person may ask a price; empty as if there were no such sale. */
    Optional<CaseFile> askable(UUID caseId, String by) {
        return files.readableBy(caseId, by)
                .filter(file -> file.salesCase().consultant().equals(by) || staff.isSiteManager(by));
    }

    /** What is asked for, with its ruling; or why it cannot be asked. */
    record Written(SpecialPriceContent content, SpecialPriceOutcome refusal) {}

    /** Looks, and writes nothing. */
    Written written(CaseFile file, SpecialPriceForm form, String by) {
        SalesCase sale = file.salesCase();
        if (sale.state() != CaseState.RESERVED || file.unit().isEmpty()) {
            return new Written(null, new SpecialPriceOutOfTurn(sale.no()));
        }
        OccupiedUnit unit = file.unit().get();
        if (!form.price().isPositive() || !unit.listPrice().isMoreThan(form.price())) {
            return new Written(null, new NoDiscountAsked(form.price(), unit.listPrice()));
        }
        SpecialPriceRuling ruling = judge.rule(unit.listPrice(), unit.floorPrice(), form.price(), by);
        if (ruling.authority().equals(SpecialPriceRuling.NOBODY)) {
            return new Written(null, new BeyondEverybody(ruling.discount(), ruling.reason()));
        }
        PlanOffer offer = plans.propose(sale.id(), form.price(), form.terms(), form.commercialLoan(), form.fundLoan());
        if (!(offer instanceof PlanProposal plan)) {
            return new Written(null, new SpecialPriceDeclined((Refusal) offer));
        }
        return new Written(
                new SpecialPriceContent(
                        sale.id(),
                        sale.no(),
                        Masked.name(file.customer().name()),
                        sale.projectName(),
                        unit.unitId(),
                        unit.unitNo(),
                        unit.listPrice(),
                        form.price(),
                        form.terms(),
                        plan.lines().stream().map(SpecialPriceContent.Line::of).toList(),
                        plan.basis(),
                        form.reason(),
                        ruling),
                null);
    }

    /** 核定审批权限: by the table of today, on what is written; then it goes before whoever may grant it. */
    public SpecialPriceOutcome judge(UUID id) {
        SpecialPriceRequest request = found(id);
        SpecialPriceContent content = draft(request);
        OccupiedUnit unit = files.of(request.caseId()).flatMap(CaseFile::unit).orElseThrow();
        SpecialPriceRuling ruling =
                judge.rule(content.listPrice(), unit.floorPrice(), content.price(), request.writtenBy());
        if (ruling.authority().equals(SpecialPriceRuling.NOBODY)) {
            return new BeyondEverybody(ruling.discount(), ruling.reason());
        }
        documents.draft(request.documentId(), content.ruled(ruling), request.writtenBy());
        SubmitOutcome outcome = documents.submit(request.documentId(), request.changed(), request.writtenBy());
        return outcome instanceof Submitted submitted
                ? new SpecialPriceSubmitted(submitted.versionId(), documents.subject(submitted.versionId()))
                : new SpecialPriceDeclined((Refusal) outcome);
    }

    /** 修改特价申请 after it was returned or taken back: asked again, or given up. */
    public SpecialPriceOutcome revise(UUID id, SpecialPriceRevisionForm form, String by) {
        SpecialPriceRequest request = found(id);
        if (form.outcome() == Outcome.ABANDON) {
            if (form.abandonReason() == null || form.abandonReason().isBlank()) {
                return new SpecialPriceAbandonReasonMissing();
            }
            documents.abandon(request.documentId(), form.abandonReason(), by);
            request.abandoned();
            return new SpecialPriceAbandoned();
        } else if (form.price() == null || form.terms() == null || form.reason() == null) {
            return new SpecialPriceIncomplete();
        }
        Optional<CaseFile> file = askable(request.caseId(), by);
        if (file.isEmpty()) {
            return new SpecialPriceNotYours();
        }
        Written written = written(file.get(), form.asked(request.caseId()), by);
        if (written.refusal() != null) {
            return written.refusal();
        }
        documents.draft(request.documentId(), written.content(), by);
        request.askedAgain(form.changed(), by);
        return new SpecialPriceAsked(request.id(), by);
    }

    @EventListener
    void approved(VersionApproved approved) {
        if (approved.kind().equals(KIND)) {
            SpecialPriceRequest request = of(approved.documentId());
            requests.findByCaseIdAndState(request.caseId(), SpecialPriceState.APPROVED)
                    .ifPresent(earlier -> {
                        earlier.replaced();
                        requests.saveAndFlush(earlier);
                    });
            request.approved(approved.versionId(), approved.by(), approved.at());
        }
    }

    @EventListener
    void rejected(VersionRejected rejected) {
        if (rejected.kind().equals(KIND)) {
            of(rejected.documentId()).rejected();
        }
    }

    SpecialPriceContent draft(SpecialPriceRequest request) {
        return documents.content(
                documents.currentVersion(request.documentId()).orElseThrow(), SpecialPriceContent.class);
    }

    SpecialPriceRequest found(UUID id) {
        return requests.findById(id).orElseThrow();
    }

    private SpecialPriceRequest of(UUID documentId) {
        return requests.findByDocumentId(documentId).orElseThrow();
    }
}
