package cn.anchang.inventory;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusal;
import java.time.Instant;
import java.util.UUID;

/** How an attempt to take a unit off the board ended. All of these are ordinary on opening day, so none is an exception. */
public sealed interface HoldOutcome permits HoldOutcome.Held, HoldOutcome.Exchanged, HoldOutcome.No, PermitMissing {

    /** @param listPrice the price in force now, kept with the hold whatever later price lists say */
    record Held(UUID unitId, String unitNo, Instant until, Money listPrice) implements HoldOutcome {}

    /** One unit given for another (换房). */
    record Exchanged(UUID unitId, String unitNo, String formerNo) implements HoldOutcome {}

    /** A "no" that only a hold can get. */
    sealed interface No extends HoldOutcome, Refusal {}

    record UnitTaken(String unitNo, String byConsultant, Instant until) implements No {}

    /** Taken, and money is in: waiting for the hold to lapse is no use. */
    record UnitReserved(String unitNo, String byConsultant) implements No {}

    record UnitNotOnSale(String unitNo, UnitState state) implements No {}

    record PriceMissing(String unitNo) implements No {}

    /** The prices were approved, and somebody has changed them since. */
    record PriceApprovalVoid(String unitNo) implements No {}

    /** The price was agreed on another day; today the unit costs something else. */
    record PriceMoved(String unitNo, Money agreed, Money inForce) implements No {}

    record CaseHasUnit(String unitNo) implements No {}

    record UnitUnknown() implements No {}
}
