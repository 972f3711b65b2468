package cn.anchang.payment.process;

import cn.anchang.engine.AsTheSystem;
import cn.anchang.engine.Tenants;
import cn.anchang.payment.PaymentProcess;
import cn.anchang.payment.RegistrationDesk;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Begins 收款登记 at its second person, for money that was written down elsewhere. */
@Component
class CamundaPaymentProcess implements PaymentProcess {

    static final String RECORDED = "payment-registration.recorded";

    private final RuntimeService runtime;
    private final Tenants tenants;
    private final AsTheSystem system;
    private final ObjectProvider<RegistrationDesk> desk;

    CamundaPaymentProcess(
            RuntimeService runtime, Tenants tenants, AsTheSystem system, ObjectProvider<RegistrationDesk> desk) {
        this.runtime = runtime;
        this.tenants = tenants;
        this.system = system;
        this.desk = desk;
    }

    @Override
    public void secondPersonNeeded(UUID paymentId) {
        String subject = desk.getObject().subject(paymentId);
        system.run(() -> runtime.startProcessInstanceByMessage(
                RECORDED,
                paymentId.toString(),
                tenants.of("payment-registration", paymentId, Map.of(RegistrationVariables.SUBJECT.name(), subject))));
    }
}
