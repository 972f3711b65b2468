package cn.anchang.inventory;

/** What a unit is for (用途). */
public enum UnitUse {
    HOME,
    APARTMENT,
    SHOP,
    PARKING
}
