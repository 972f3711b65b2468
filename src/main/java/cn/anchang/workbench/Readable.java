package cn.anchang.workbench;

import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.stereotype.Component;

/** Values as a page shows them to people; templates call it instead of formatting by themselves. */
@Component
public class Readable {

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    private final Sentences sentences;

    Readable(Sentences sentences) {
        this.sentences = sentences;
    }

    public String of(Object value) {
        return sentences.shown(value);
    }

    /** 2,380,000.00 as 238 万: what fits on a square of the board; the full price stands in its tooltip. */
    public String tenThousands(Money money) {
        return tenThousands(money.amount());
    }

    /** @param amount in CNY */
    public String tenThousands(BigDecimal amount) {
        return amount.divide(TEN_THOUSAND, 1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString() + " 万";
    }

    /** An area without the zeros that say nothing: 108.5. */
    public String area(BigDecimal area) {
        return area == null ? "" : area.stripTrailingZeros().toPlainString() + " ㎡";
    }
}
