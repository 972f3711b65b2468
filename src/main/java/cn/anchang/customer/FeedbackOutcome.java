package cn.anchang.customer;

/** How noting what came of a talk ended. */
public sealed interface FeedbackOutcome permits FeedbackOutcome.Noted, Unreadable {

    record Noted() implements FeedbackOutcome {}
}
