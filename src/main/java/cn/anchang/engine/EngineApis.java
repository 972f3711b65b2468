package cn.anchang.engine;

import jakarta.ws.rs.ApplicationPath;
import java.util.Map;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.glassfish.jersey.servlet.ServletProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Both of the engine's HTTP interfaces, the webapps' and the operators', answer refusals alike. */
@Configuration
class EngineApis {

    /** Comes before the webapps' own initializer, which leaves a servlet of this name alone. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServletContextInitializer engineApiOfTheWebapps(CamundaBpmProperties properties) {
        return context -> {
            var servlet = context.addServlet("Engine Api", ServletContainer.class);
            servlet.addMapping(properties.getWebapp().getApplicationPath() + "/api/engine/*");
            servlet.setInitParameters(Map.of(ServletProperties.JAXRS_APPLICATION_CLASS, EngineApi.class.getName()));
        };
    }

    @Bean
    CamundaJerseyResourceConfig engineRest() {
        return new EngineRest();
    }

    @ApplicationPath("/engine-rest")
    static class EngineRest extends CamundaJerseyResourceConfig {

        @Override
        protected void registerAdditionalResources() {
            register(RefusedMapper.class);
        }
    }
}
