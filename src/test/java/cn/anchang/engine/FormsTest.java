package cn.anchang.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anchang.shared.Money;
import cn.anchang.shared.Refusals;
import cn.anchang.shared.Refused;
import cn.anchang.shared.Sentences;
import cn.anchang.shared.Site;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class FormsTest {

    enum Colour {
        RED
    }

    record Sheet(
            @NotNull String name,
            Money amount,
            LocalDate day,
            Colour colour,
            UUID unitId,
            Integer days,
            boolean ticked) {}

    private final Forms forms = new Forms(
            new Refusals(new Sentences(messages(), new Site("云栖", ZoneId.of("Asia/Shanghai")))),
            Validation.buildDefaultValidatorFactory().getValidator());

    @Test
    void readsWhatAFormSends() {
        UUID unit = UUID.randomUUID();

        Sheet sheet = forms.parse("""
                {"name":" 王明 ","amount":"20000.00","day":"2026-11-23","colour":"RED","unitId":"%s","days":3,"ticked":true}
                """.formatted(unit), Sheet.class);

        assertThat(sheet)
                .isEqualTo(new Sheet("王明", Money.of("20000"), LocalDate.of(2026, 11, 23), Colour.RED, unit, 3, true));
    }

    @Test
    void whatWasLeftBlankIsNothing() {
        assertThat(forms.parse(
                        "{\"name\":\"王\",\"day\":\"\",\"colour\":\"\",\"unitId\":\"\",\"ticked\":false}", Sheet.class))
                .isEqualTo(new Sheet("王", null, null, null, null, null, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"ticked\":true,\"name\":\"  \"}",
                "{\"ticked\":true,\"name\":\"a\",\"more\":1}",
                "{\"ticked\":true,\"name\":\"a\",\"colour\":0}",
                "{\"ticked\":true,\"name\":\"a\",\"colour\":\"BLUE\"}",
                "{\"ticked\":true,\"name\":\"a\",\"amount\":\"1.005\"}",
                "{\"ticked\":true,\"name\":\"a\",\"amount\":\"x\"}",
                "{\"ticked\":true,\"name\":\"a\",\"day\":\"2026-02-30\"}",
                "{\"ticked\":true,\"name\":\"a\",\"days\":1.5}",
                "{\"ticked\":true,\"name\":\"a\",\"ticked\":null}",
                "{\"name\":\"a\\u0000\"}",
                "{\"ticked\":true,\"name\":5}",
                "{\"name\":\"a\"}",
                "{\"ticked\":true,\"name\":\"a\"} trailing",
                "{\"ticked\":true,\"name\":\"a\",\"unitId\":\"1\"}"
            })
    void refusesWhatTheRecordDoesNotKnow(String garbage) {
        assertThatThrownBy(() -> forms.parse(garbage, Sheet.class))
                .isInstanceOf(Refused.class)
                .hasMessage("表单内容不完整或有误，请刷新页面后重新填写。");
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/engine");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
