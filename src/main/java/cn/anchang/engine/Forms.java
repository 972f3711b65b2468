package cn.anchang.engine;

import cn.anchang.shared.Refusals;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.validation.Validator;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.spin.json.SpinJsonNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads what a form handed in: one transient Json variable {@code form}, into the record of its listener. Texts are trimmed, blank
 * ones are nothing; an unknown field or a value of the wrong kind is refused.
 */
@Component
public class Forms {

    /** The one variable a form submits. */
    public static final String FORM = "form";

    private static final Logger log = LoggerFactory.getLogger(Forms.class);

    private final ObjectMapper json = JsonMapper.builder()
            .findAndAddModules()
            .addModule(new TrimmedTexts())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                    LogicalType.Enum, blank -> blank.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
            .withCoercionConfig(
                    LogicalType.DateTime,
                    blank -> blank.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
            .withCoercionConfig(
                    LogicalType.OtherScalar,
                    blank -> blank.setCoercion(CoercionInputShape.EmptyString, CoercionAction.AsNull))
            .build();

    private final Refusals refusals;
    private final Validator validator;

    public Forms(Refusals refusals, Validator validator) {
        this.refusals = refusals;
        this.validator = validator;
    }

    /** @throws cn.anchang.shared.Refused when nothing was handed in, or something the record does not know */
    public <T> T read(VariableScope scope, Class<T> type) {
        if (scope.getVariable(FORM) instanceof SpinJsonNode node) {
            return parse(node.toString(), type);
        }
        throw refusals.refused(new FormIncomplete());
    }

    <T> T parse(String text, Class<T> type) {
        try {
            T form = json.readValue(text, type);
            if (form != null && validator.validate(form).isEmpty()) {
                return form;
            }
        } catch (JsonProcessingException e) {
            log.info("Refused a {}: {}", type.getSimpleName(), e.getOriginalMessage());
        }
        throw refusals.refused(new FormIncomplete());
    }
}
