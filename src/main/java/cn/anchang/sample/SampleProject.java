package cn.anchang.sample;

import cn.anchang.customer.Customers;
import cn.anchang.inventory.UnitCatalogue;
import cn.anchang.workbook.ImportJob;
import cn.anchang.workbook.Imports;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** On its first start gives the sample a project and customers, by the import that everybody uses; later starts leave both alone. */
@Component
@Profile("sample")
class SampleProject implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(SampleProject.class);

    private final Imports imports;
    private final UnitCatalogue catalogue;
    private final Customers customers;

    SampleProject(Imports imports, UnitCatalogue catalogue, Customers customers) {
        this.imports = imports;
        this.catalogue = catalogue;
        this.customers = customers;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean known =
                catalogue.projects().stream().anyMatch(project -> project.name().equals(SampleWorkbooks.PROJECT));
        if (!known) {
            bringIn("units", SampleWorkbooks.UNITS, "sun.li");
        }
        if (customers.count() == 0) {
            bringIn("customers", SampleWorkbooks.CUSTOMERS, "zhao.ming");
        }
    }

    private void bringIn(String kind, String file, String userId) {
        try {
            byte[] bytes = new ClassPathResource("sample/" + file).getContentAsByteArray();
            ImportJob done = imports.bringIn(kind, file, bytes, userId);
            LOG.info("Sample {}: {} rows imported", kind, done.added());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
