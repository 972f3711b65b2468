package cn.anchang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.shared.Money;
import cn.anchang.testing.Browser;
import cn.anchang.testing.BrowserTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@BrowserTest
class AmountInWordsTest {

    @Test
    void thePreviewInAFormSaysWhatTheReceiptWillSay(Browser browser) {
        List<String> amounts = new ArrayList<>(List.of(
                "0.01",
                "0.10",
                "1.00",
                "10.05",
                "100.00",
                "1001.00",
                "10000.00",
                "101000.00",
                "110000.50",
                "1000000.01",
                "10010001.00",
                "100000000.00",
                "200000001.00",
                "305000000.10",
                "999999999.99"));
        Random random = new Random(1126);
        for (int i = 0; i < 300; i++) {
            amounts.add("%d.%02d"
                    .formatted(random.nextLong((long) Math.pow(10, 1 + random.nextInt(9))), 1 + random.nextInt(99)));
        }

        Object words = browser.go("/login")
                .driver()
                .executeAsyncScript(
                        "const [amounts, done] = arguments;"
                                + "import('/anchang/form-words.js').then(({inWords}) => done(amounts.map(inWords)))",
                        amounts);

        assertThat(words)
                .isEqualTo(amounts.stream()
                        .map(amount -> Money.of(amount).inWords())
                        .toList());
    }
}
