package cn.anchang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Does everybody know only whom they may? And would these rules notice if not? */
class ModularityTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("cn.anchang");

    /** Test-only classes that break every rule once. */
    private static final JavaClasses FAULTS = new ClassFileImporter().importPackages("fault.town");

    /** What Modulith takes a module for that declares nothing. */
    private static final String ANYBODY = org.springframework.modulith.ApplicationModule.OPEN_TOKEN;

    /** Who may know a library: a rule, the library, and the places where it is at home. */
    enum Door {
        CAMUNDA("org.camunda..", "..process..", "..engine..", "..organization..", "..sample.."),
        POI("org.apache.poi..", "..workbook..", "..report.."),
        TEMPLATES("com.deepoove..", "..report.."),
        MAIL("org.springframework.mail..", "..mail.."),
        MVC("org.springframework.web.bind.annotation..", "..web..", "..workbench..");

        private final String library;
        private final String[] homes;

        Door(String library, String... homes) {
            this.library = library;
            this.homes = homes;
        }

        ArchRule rule() {
            return ArchRuleDefinition.noClasses()
                    .that()
                    .resideOutsideOfPackages(homes)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library)
                    .as("Only " + Arrays.toString(homes) + " know " + library);
        }

        /** Somebody does go through this door; else the rule would guard nothing. */
        boolean isUsed(JavaClasses classes) {
            DescribedPredicate<JavaClass> ofTheLibrary = JavaClass.Predicates.resideInAPackage(library);
            DescribedPredicate<JavaClass> atHome = JavaClass.Predicates.resideInAnyPackage(homes);
            return classes.stream()
                    .filter(atHome)
                    .anyMatch(type -> type.getDirectDependenciesFromSelf().stream()
                            .anyMatch(arrow -> ofTheLibrary.test(arrow.getTargetClass())));
        }
    }

    private static ArchRule nobodyKnowsAHandler() {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("..process..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("cn.anchang..process..", "fault.town..process..");
    }

    private static ArchRule handlersAreNobodysBusiness(String room) {
        return ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(".." + room + "..")
                .and()
                .areTopLevelClasses()
                .should()
                .notBePublic();
    }

    private static ArchRule nobodyAsksTheSystemForTheTime() {
        return ArchRuleDefinition.noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Date.class)
                .as("The clock is injected");
    }

    @Test
    void theModulesKnowEachOtherOnlyAlongTheDeclaredArrows() {
        ApplicationModules.of(AnchangApplication.class).verify();
    }

    /** Those at the top, which nobody knows, may know all. */
    @Test
    void everyModuleBelowTheTopDeclaresWhomItMayKnow() {
        List<String> undeclared = ApplicationModules.of(AnchangApplication.class).stream()
                .filter(module -> !module.getBasePackage()
                        .findAnnotation(org.springframework.modulith.ApplicationModule.class)
                        .map(declared ->
                                !List.of(declared.allowedDependencies()).equals(List.of(ANYBODY)))
                        .orElse(false))
                .map(module -> module.getIdentifier().toString())
                .toList();

        assertThat(undeclared).containsExactlyInAnyOrder("workbench", "sample");
    }

    @Test
    void aWrongArrowBetweenModulesIsReported() {
        assertThatThrownBy(() ->
                        ApplicationModules.of("fault.town", everywhere -> true).verify())
                .isInstanceOf(Violations.class)
                .hasMessageContaining("alpha")
                .hasMessageContaining("beta");
    }

    @ParameterizedTest
    @EnumSource
    void eachLibraryStaysWhereItIsAtHome(Door door) {
        door.rule().check(OURS);
        assertThat(door.isUsed(OURS))
                .as("%s is used where it may be", door.library)
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aLibraryAwayFromHomeIsReported(Door door) {
        assertThatThrownBy(() -> door.rule().check(FAULTS))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("LibrariesEverywhere");
    }

    @Test
    void handlersAndControllersAreNobodysBusiness() {
        assertAll(
                () -> nobodyKnowsAHandler().check(OURS),
                () -> handlersAreNobodysBusiness("process").check(OURS),
                () -> handlersAreNobodysBusiness("web").check(OURS));
    }

    @Test
    void aHandlerThatIsSeenIsReported() {
        assertThatThrownBy(() -> nobodyKnowsAHandler().check(FAULTS)).hasMessageContaining("KnowsAHandler");
        assertThatThrownBy(() -> handlersAreNobodysBusiness("process").check(FAULTS))
                .hasMessageContaining("PublicHandler");
    }

    @Test
    void theClockIsInjected() {
        nobodyAsksTheSystemForTheTime().check(OURS);
        assertThatThrownBy(() -> nobodyAsksTheSystemForTheTime().check(FAULTS)).hasMessageContaining("OwnClock");
    }
}
