package cn.anchang.payment;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;

/** How opening an account ended. */
public sealed interface OpenOutcome permits OpenOutcome.AccountOpened, OpenOutcome.AccountInUse, AccountSettled {

    record AccountOpened(Money price) implements OpenOutcome {}

    /** Money or a plan is already on the account, under another price or project. */
    record AccountInUse(Money price) implements OpenOutcome, Refusal {}
}
