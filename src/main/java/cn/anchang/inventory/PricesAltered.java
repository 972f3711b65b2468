package cn.anchang.inventory;

import cn.anchang.shared.Refusal;

/** The prices are no longer those that were put before the approvers, so nobody can approve them. */
record PricesAltered(String documentNo) implements Refusal {}
