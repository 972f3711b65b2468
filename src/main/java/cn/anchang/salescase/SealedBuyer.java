package cn.anchang.salescase;

import cn.anchang.customer.IdType;

/**
 * A buyer as a document may carry them: masked to read, sealed to use (R35).
 *
 * @param idSealed the id number sealed for the case, in Base64
 * @param phoneSealed the phone sealed for the case, in Base64, or null
 */
public record SealedBuyer(
        String name,
        IdType idType,
        String idMasked,
        String idSealed,
        String phoneMasked,
        String phoneSealed,
        int sharePercent) {}
