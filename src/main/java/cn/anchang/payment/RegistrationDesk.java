package cn.anchang.payment;

import cn.anchang.organization.Sites;
import cn.anchang.payment.ReceiveOutcome.AwaitingSecondPerson;
import cn.anchang.payment.ReceiveOutcome.Received;
import cn.anchang.payment.RegistrationOutcome.AccountUnknown;
import cn.anchang.payment.RegistrationOutcome.NotRegistered;
import cn.anchang.payment.RegistrationOutcome.Registered;
import cn.anchang.payment.Statement.PaymentView;
import cn.anchang.shared.Masked;
import cn.anchang.shared.Refusal;
import cn.anchang.shared.Sentences;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 收款登记: finance records any money at any time, and large money is seen by two (R33). */
@Service
@Transactional
public class RegistrationDesk {

    private final Ledger ledger;
    private final AccountDirectory directory;
    private final Sites sites;
    private final Sentences sentences;

    RegistrationDesk(Ledger ledger, AccountDirectory directory, Sites sites, Sentences sentences) {
        this.ledger = ledger;
        this.directory = directory;
        this.sites = sites;
        this.sentences = sentences;
    }

    /** 登记: what may be counted at once is, with its receipt; the rest waits for a second person. */
    public RegistrationOutcome register(RegistrationForm form, String by) {
        if (ledger.statement(form.account())
                .filter(known -> sites.isOpenTo(by, known.projectId()))
                .isEmpty()) {
            return new AccountUnknown();
        }
        Optional<Refusal> objection = directory.objection(form.account());
        if (objection.isPresent()) {
            return new NotRegistered(objection.get());
        }
        ReceiveOutcome outcome = ledger.register(form.account(), form.money(), by);
        if (outcome instanceof Received received) {
            return new Registered(received.paymentId(), subject(received.paymentId()), false);
        } else if (outcome instanceof AwaitingSecondPerson awaiting) {
            return new Registered(awaiting.paymentId(), subject(awaiting.paymentId()), true);
        }
        return new NotRegistered((Refusal) outcome);
    }

    /** 复核, by somebody who did not enter it. */
    public ReviewOutcome review(UUID paymentId, ReviewForm form, String by) {
        return form.confirmed() ? ledger.confirm(paymentId, by) : ledger.discard(paymentId, form.reason(), by);
    }

    /** How a payment is called in a task list; names are masked (R35). */
    @Transactional(readOnly = true)
    public String subject(UUID paymentId) {
        PaymentView payment = payment(paymentId);
        return directory
                .label(ledger.accountOf(paymentId))
                .map(label -> sentences.text(
                        "registration.subject", payment.amount(), label.unitNo(), Masked.name(label.customerName())))
                .orElseGet(() -> sentences.text("registration.subject", payment.amount(), "", ""));
    }

    PaymentView payment(UUID paymentId) {
        return ledger.statement(ledger.accountOf(paymentId)).orElseThrow().payments().stream()
                .filter(payment -> payment.id().equals(paymentId))
                .findFirst()
                .orElseThrow();
    }
}
