package cn.anchang.payment;

import cn.anchang.approval.DocumentTask;
import cn.anchang.approval.DocumentTasks;
import cn.anchang.approval.Fact;
import cn.anchang.engine.OpenTasks.OpenTask;
import cn.anchang.organization.Staff;
import cn.anchang.payment.Statement.PaymentView;
import cn.anchang.shared.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the second person sees of a large payment: what was written down, by whom, and what it would pay. */
@Component
class RegistrationTasks implements DocumentTasks {

    private final RegistrationDesk desk;
    private final Ledger ledger;
    private final AccountDirectory directory;
    private final Staff staff;
    private final Sentences sentences;

    RegistrationTasks(
            RegistrationDesk desk, Ledger ledger, AccountDirectory directory, Staff staff, Sentences sentences) {
        this.desk = desk;
        this.ledger = ledger;
        this.directory = directory;
        this.staff = staff;
        this.sentences = sentences;
    }

    @Override
    public String processKey() {
        return "payment-registration";
    }

    @Override
    public DocumentTask of(OpenTask task) {
        UUID paymentId = UUID.fromString(task.businessKey());
        UUID account = ledger.accountOf(paymentId);
        PaymentView payment = desk.payment(paymentId);
        List<Fact> facts = new ArrayList<>();
        directory.label(account).ifPresent(label -> {
            facts.add(Fact.sale(
                    sentences.text("registration.field.sale"), label.caseNo() + "　" + label.customerName(), account));
            fact(facts, "unit", label.projectName() + " " + label.unitNo());
        });
        fact(facts, "amount", payment.amount().formatted());
        fact(facts, "words", payment.amount().inWords());
        fact(facts, "item", sentences.name(payment.item()));
        fact(facts, "method", sentences.name(payment.method()));
        fact(facts, "payer", payment.payer());
        fact(facts, "serial", payment.bankSerial() == null ? "—" : payment.bankSerial());
        fact(facts, "paidOn", sentences.shown(payment.paidOn()));
        fact(facts, "entered", staff.displayName(payment.enteredBy()) + "　" + sentences.shown(payment.enteredAt()));
        Foreseen foreseen = ledger.foreseeReceipt(account, payment.item(), payment.amount());
        fact(
                facts,
                "pays",
                foreseen.parts().stream()
                        .map(part -> sentences.text("registration.part", part.seq(), part.kind(), part.pays()))
                        .reduce((one, other) -> one + "；" + other)
                        .orElse("—"));
        if (foreseen.unallocated().isPositive()) {
            fact(facts, "unallocated", foreseen.unallocated().formatted());
        }
        return new DocumentTask(null, null, null, facts, sentences.text("registration.next"), Map.of());
    }

    private void fact(List<Fact> facts, String key, String text) {
        facts.add(new Fact(sentences.text("registration.field." + key), text));
    }
}
