package cn.anchang.collection;

import cn.anchang.shared.Money;
import java.util.UUID;

/** Something that does not add up, named. */
public record LedgerDifference(
        UUID account, String caseNo, String customer, DifferenceKind kind, Money expected, Money found) {}
