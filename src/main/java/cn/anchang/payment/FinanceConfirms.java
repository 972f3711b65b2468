package cn.anchang.payment;

import cn.anchang.organization.Staff;
import org.springframework.stereotype.Component;

/** The members of the finance department, and nobody else (R33). */
@Component
class FinanceConfirms implements Cashiers {

    private final Staff staff;

    FinanceConfirms(Staff staff) {
        this.staff = staff;
    }

    @Override
    public boolean mayConfirmMoney(String userId) {
        return staff.isFinance(userId);
    }
}
