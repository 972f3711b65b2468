package cn.anchang.salescase;

/** How a sale is undone: 退定 before the contract, 退房 after it, 挞定 when the buyer does not keep the subscription. */
public enum UndoKind {
    WITHDRAWN(CaseState.WITHDRAWN, SubscriptionState.WITHDRAWN, ChangeKind.WITHDRAW),
    RETURNED(CaseState.RETURNED, SubscriptionState.RETURNED, ChangeKind.RETURN_UNIT),
    FORFEITED(CaseState.FORFEITED, SubscriptionState.FORFEITED, ChangeKind.FORFEIT);

    private final CaseState outcome;
    private final SubscriptionState subscription;
    private final ChangeKind change;

    UndoKind(CaseState outcome, SubscriptionState subscription, ChangeKind change) {
        this.outcome = outcome;
        this.subscription = subscription;
        this.change = change;
    }

    CaseState outcome() {
        return outcome;
    }

    SubscriptionState subscription() {
        return subscription;
    }

    ChangeKind change() {
        return change;
    }
}
