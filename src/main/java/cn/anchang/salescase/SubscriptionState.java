package cn.anchang.salescase;

/** Where a subscription stands: 已认购 → (已延期) → 转签约 | 挞定 | 退定 | 退房. */
public enum SubscriptionState {
    SUBSCRIBED,
    EXTENDED,
    CONTRACTED,
    FORFEITED,
    WITHDRAWN,
    RETURNED
}
