package cn.anchang.salescase;

/** How the handling of an overdue signing ended. */
public sealed interface OverdueOutcome permits ExtensionOutcome, OverdueOutcome.ForfeitProposed {

    /** 挞定 is proposed; only 总经理 decides it. */
    record ForfeitProposed() implements OverdueOutcome {}
}
