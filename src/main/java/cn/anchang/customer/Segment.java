package cn.anchang.customer;

/** What a customer buys for (首置, 改善, 投资, 团购). */
public enum Segment {
    FIRST_HOME,
    UPGRADE,
    INVESTMENT,
    GROUP
}
