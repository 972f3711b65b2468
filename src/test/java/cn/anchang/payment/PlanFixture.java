package cn.anchang.payment;

import static cn.anchang.payment.LedgerFixture.yuan;

import cn.anchang.shared.Money;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/** The plan rules as they are configured, and sales to ask them about. */
final class PlanFixture {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final LocalDate SIGN_BY = TODAY.plusDays(7);
    static final PlanRules RULES = rules(settings());

    private PlanFixture() {}

    static PlanSettings settings() {
        try {
            return new Binder(
                            ConfigurationPropertySources.from(new YamlPropertySourceLoader()
                                    .load("plans", new ClassPathResource("config/payment-plans.yaml"))),
                            null,
                            ApplicationConversionService.getSharedInstance())
                    .bind("anchang.payment-plans", PlanSettings.class)
                    .get();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static PlanRules rules(PlanSettings settings) {
        ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();
        bundle.setDefaultEncoding("UTF-8");
        bundle.setBasenames("messages/payment", "messages/shared");
        return new PlanRules(
                settings, LedgerFixture.settings(), new Sentences(bundle, new Site("云栖", ZoneId.of("Asia/Shanghai"))));
    }

    /** A home in 杭州 at a million, fifty thousand of it paid as deposit. */
    static PlanRequest home(PaymentTerms terms) {
        return request("1000000", "50000", terms, "杭州", "HOME");
    }

    static PlanRequest request(String price, String deposit, PaymentTerms terms, String city, String use) {
        return request(yuan(price), yuan(deposit), terms, city, use, null, null);
    }

    static PlanRequest request(
            Money price, Money deposit, PaymentTerms terms, String city, String use, Money commercial, Money fund) {
        return new PlanRequest(price, deposit, TODAY, terms, city, use, SIGN_BY, null, commercial, fund, TODAY);
    }

    static BigDecimal percent(String percent) {
        return new BigDecimal(percent);
    }
}
