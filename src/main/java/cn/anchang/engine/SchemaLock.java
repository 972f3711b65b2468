package cn.anchang.engine;

import cn.anchang.shared.ClusterLock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** One node at a time creates or updates the engine's tables: of two that started on an empty database, one would die. */
@Component
class SchemaLock extends AbstractProcessEnginePlugin {

    private final ClusterLock lock;
    private ClusterLock.Held held;

    SchemaLock(ClusterLock lock) {
        this.lock = lock;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        held = lock.take("engine schema");
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        held.close();
    }
}
