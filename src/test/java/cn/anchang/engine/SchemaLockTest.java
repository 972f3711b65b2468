package cn.anchang.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anchang.shared.ClusterLock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes start together on an empty PostgreSQL. */
class SchemaLockTest {

    private EmbeddedPostgres server;

    @BeforeEach
    void anEmptyDatabase() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void bothStartWhenOneWaitsForTheOther() throws Exception {
        DataSource database = server.getPostgresDatabase();

        assertThat(startTwo(() -> List.of(new SchemaLock(new ClusterLock(database)))))
                .isEmpty();
    }

    /** The control: without the lock one of them dies. */
    @Test
    void withoutTheLockOneOfThemDies() throws Exception {
        assertThat(startTwo(List::of)).isNotEmpty();
    }

    private List<Throwable> startTwo(Callable<List<ProcessEnginePlugin>> plugins) throws InterruptedException {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<ProcessEngine>> starts = new ArrayList<>();
        for (String node : List.of("nodeA", "nodeB")) {
            StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
            engine.setProcessEngineName(node + System.nanoTime());
            engine.setDataSource(server.getPostgresDatabase());
            engine.setDatabaseSchemaUpdate("true");
            engine.setJobExecutorActivate(false);
            starts.add(nodes.submit(() -> {
                engine.getProcessEnginePlugins().add(waiting(together));
                engine.getProcessEnginePlugins().addAll(plugins.call());
                return engine.buildProcessEngine();
            }));
        }
        List<Throwable> deaths = new ArrayList<>();
        for (Future<ProcessEngine> start : starts) {
            try {
                start.get().close();
            } catch (ExecutionException e) {
                deaths.add(e.getCause());
            }
        }
        nodes.shutdown();
        return deaths;
    }

    /** Everything but the tables is ready in both before either begins with them. */
    private static ProcessEnginePlugin waiting(CyclicBarrier together) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postInit(ProcessEngineConfigurationImpl engine) {
                try {
                    together.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }
}
