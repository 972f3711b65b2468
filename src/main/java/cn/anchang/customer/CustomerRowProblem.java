package cn.anchang.customer;

import cn.anchang.shared.Refusal;

/** Why a row of a 客户管理表 contradicts what we know; never says what we know of the other customer. */
public sealed interface CustomerRowProblem extends Refusal {

    record ConsultantUnknown(String given) implements CustomerRowProblem {}

    record ConsultantStays() implements CustomerRowProblem {}

    record PhoneOfSomebodyElse() implements CustomerRowProblem {}

    record OtherIdRegistered() implements CustomerRowProblem {}
}
