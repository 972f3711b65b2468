package cn.anchang.salescase;

import java.util.Optional;
import java.util.UUID;

/** Where approved special prices come from. Whoever approves them knows sales; sales only ask here. */
public interface SpecialPrices {

    /** The price approved for this sale and not used yet, whether it still holds or not. */
    Optional<SpecialPrice> inForce(UUID caseId);

    /** The subscription was signed at this price: it is good for nothing else any more. */
    void used(UUID specialPriceId, UUID subscriptionId, String by);
}
