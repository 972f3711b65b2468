package cn.anchang.salescase;

import cn.anchang.customer.IdType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Who buys, as the subscription names them. Id number and phone are sealed at rest (R35). */
@Embeddable
public record Buyer(
        String name,
        @Enumerated(EnumType.STRING) IdType idType,
        byte[] idNoSealed,
        byte[] phoneSealed,
        int sharePercent) {}
