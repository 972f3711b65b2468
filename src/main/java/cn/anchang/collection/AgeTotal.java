package cn.anchang.collection;

import cn.anchang.shared.Money;
import java.util.UUID;

/** What of one project's money is so old: instalments and what of them is not paid. */
public record AgeTotal(Age age, UUID project, long count, Money rest) {}
