package cn.anchang.engine;

import cn.anchang.engine.TenantOfStart.StartForm;
import cn.anchang.shared.Refusals;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Gives each instance the tenant it belongs to as it begins, so that the engine itself shows it, its tasks and its history to members
 * alone. Models are shared; what is called inherits; what belongs to no tenant, or to one that does not exist, is open to all.
 */
@Component
public class Tenants implements TenantIdProvider {

    /** How a start by the system says the tenant: transient, so that nothing of it is kept. */
    private static final String TENANT = "tenant";

    private final ObjectProvider<TenantOfStart> answers;
    private final ObjectProvider<IdentityService> identity;
    private final Refusals refusals;
    private final ObjectMapper json = new ObjectMapper();

    Tenants(ObjectProvider<TenantOfStart> answers, ObjectProvider<IdentityService> identity, Refusals refusals) {
        this.answers = answers;
        this.identity = identity;
        this.refusals = refusals;
    }

    /** What the system begins a process with: these variables, and the tenant of what the business key names. */
    public Map<String, Object> of(String process, UUID businessKey, Map<String, ?> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        answer(process)
                .flatMap(answer -> answer.by(businessKey))
                .ifPresent(tenant -> all.put(TENANT, Variables.stringValue(tenant.toString(), true)));
        return all;
    }

    private Optional<TenantOfStart> answer(String process) {
        return answers.stream()
                .filter(answer -> answer.processes().contains(process))
                .findFirst();
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext begun) {
        return begun.getSuperExecution() != null
                ? begun.getSuperExecution().getTenantId()
                : asked(begun).filter(this::exists).map(this::onlyForMembers).orElse(null);
    }

    private Optional<String> asked(TenantIdProviderProcessInstanceContext begun) {
        Object said = begun.getVariables().get(TENANT);
        return said == null
                ? answer(begun.getProcessDefinition().getKey())
                        .flatMap(answer -> answer.by(form(begun.getVariables())))
                        .map(UUID::toString)
                : Optional.of(said.toString());
    }

    private StartForm form(VariableMap handedIn) {
        JsonNode fields = fields(handedIn.getValueTyped(Forms.FORM));
        return field -> id(fields.path(field).asText());
    }

    /** Nothing of a form that cannot be read: its listener refuses it a moment later. */
    private JsonNode fields(TypedValue form) {
        String text = form instanceof SerializableValue written && written.getValueSerialized() != null
                ? written.getValueSerialized()
                : form == null || form.getValue() == null ? "" : form.getValue().toString();
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            return json.missingNode();
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean exists(String tenant) {
        IdentityService tenants = identity.getObject();
        return new AsTheSystem(tenants)
                .get(() -> tenants.createTenantQuery().tenantId(tenant).count() == 1);
    }

    private String onlyForMembers(String tenant) {
        if (!Context.getCommandContext().getTenantManager().isAuthenticatedTenant(tenant)) {
            throw refusals.refused(new NotYourSite());
        }
        return tenant;
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext begun) {
        return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decided) {
        return decided.getExecution() == null ? null : decided.getExecution().getTenantId();
    }
}
