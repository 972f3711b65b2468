package cn.anchang.engine;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Says to which tenant an instance belongs that is about to begin; answered by the feature whose process it is. */
public interface TenantOfStart {

    /** The processes it answers for. */
    Set<String> processes();

    /** Begun by a person, by what the start form holds. */
    Optional<UUID> by(StartForm form);

    /** Begun by the system. */
    Optional<UUID> by(UUID businessKey);

    /** Ids that stand in a start form, before anybody has checked them. */
    @FunctionalInterface
    interface StartForm {

        /** Empty when there is no such field, or it holds no id. */
        Optional<UUID> id(String field);
    }
}
