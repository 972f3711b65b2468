package cn.anchang.customer;

/** What stands masked on every screen until somebody asks to see it (R35). */
public enum Personal {
    PHONE,
    ID_NO
}
