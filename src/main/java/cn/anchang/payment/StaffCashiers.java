package cn.anchang.payment;

import cn.anchang.organization.Staff;
import org.springframework.stereotype.Component;

/** Finance, as the organization knows it (R33). */
@Component
class StaffCashiers implements Cashiers {

    private final Staff staff;

    StaffCashiers(Staff staff) {
        this.staff = staff;
    }

    @Override
    public boolean mayConfirmMoney(String userId) {
        return staff.isFinance(userId);
    }
}
