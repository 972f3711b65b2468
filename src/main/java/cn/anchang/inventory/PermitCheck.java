package cn.anchang.inventory;

/** Whether money may be taken for a case's unit today (R01). */
public sealed interface PermitCheck permits PermitCheck.PermitValid, PermitMissing, NoUnitHeld {

    record PermitValid(String permitNo) implements PermitCheck {}
}
