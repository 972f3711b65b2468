package cn.anchang.salescase;

import cn.anchang.shared.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;

/** The unit as it was when the case took it: what papers say must not change with a later price list. */
@Embeddable
public record UnitSnapshot(
        @Column(name = "unit_id") UUID unitId,
        @Column(name = "unit_no") String unitNo,
        String building,
        String layout,
        BigDecimal area,
        @Column(name = "list_price") Money listPrice,
        @Column(name = "permit_no") String permitNo) {}
