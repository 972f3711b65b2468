package cn.anchang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The process application of a sales site: the engine, its webapps, our modules and pages in one. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class AnchangApplication {

    public static void main(String[] args) {
        SpringApplication.run(AnchangApplication.class, args);
    }
}
