package cn.anchang.payment;

/** Who may confirm money (R33). */
public interface Cashiers {

    boolean mayConfirmMoney(String userId);
}
