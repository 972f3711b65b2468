package cn.anchang.salescase;

/** Who may give a buyer more time to sign (R06). */
public enum Authority {
    SITE_MANAGER,
    MARKETING_DIRECTOR,
    MANAGEMENT
}
