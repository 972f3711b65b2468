package cn.anchang.engine;

import cn.anchang.shared.Sentences;
import jakarta.ws.rs.ApplicationPath;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Both of the engine's HTTP interfaces, the webapps' and the operators', answer refusals alike. */
@Configuration
class EngineApis {

    private final Sentences sentences;

    EngineApis(Sentences sentences) {
        this.sentences = sentences;
    }

    /** Comes before the webapps' own initializer, which leaves a servlet of this name alone. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServletContextInitializer engineApiOfTheWebapps(CamundaBpmProperties properties) {
        return context -> {
            ResourceConfig api = ResourceConfig.forApplication(new EngineRestApplication());
            answerInOurWords(api);
            context.addServlet("Engine Api", new ServletContainer(api))
                    .addMapping(properties.getWebapp().getApplicationPath() + "/api/engine/*");
        };
    }

    @Bean
    CamundaJerseyResourceConfig engineRest() {
        return new EngineRest();
    }

    private void answerInOurWords(ResourceConfig api) {
        api.register(new RefusedMapper());
        TroubleMapper.all(sentences).forEach(api::register);
    }

    @ApplicationPath("/engine-rest")
    private final class EngineRest extends CamundaJerseyResourceConfig {

        @Override
        protected void registerAdditionalResources() {
            answerInOurWords(this);
        }
    }
}
