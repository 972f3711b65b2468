package cn.anchang.change;

/** How a special price looks at a glance: ordinary, to be thought about, alarming. */
public enum SpecialPriceLight {
    GREEN,
    AMBER,
    RED
}
