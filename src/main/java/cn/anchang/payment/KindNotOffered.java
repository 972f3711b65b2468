package cn.anchang.payment;

import cn.anchang.shared.Refusal;

/** A line that has no place under these terms. */
public record KindNotOffered(InstalmentKind kind, PaymentTerms terms) implements Refusal {}
