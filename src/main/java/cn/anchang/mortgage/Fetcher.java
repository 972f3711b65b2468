package cn.anchang.mortgage;

/** Who fetches a paper of a loan file. */
public enum Fetcher {
    BUYER,
    SALES,
    MARKETING
}
