package muster.server.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// House rules that hold for classes. Each says why.
class HouseRulesTest {
    private static final String[] FEATURES = {
        "muster.people..",
        "muster.charter..",
        "muster.crises..",
        "muster.tasks..",
        "muster.decisions..",
        "muster.channels.."
    };
    private static final JavaClasses MUSTER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("muster");

    @Test
    void features_know_no_clock() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .callMethodWhere(JavaCall.Predicates.target(asksTheClock()))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .because("the same history and command must give the same decision; time comes in the Situation")
                .check(MUSTER);
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.AccessTarget> asksTheClock() {
        Set<Class<?>> clocks =
                Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class, System.class);
        Set<String> asking = Set.of("now", "currentTimeMillis", "nanoTime");
        return DescribedPredicate.describe(
                "asks the clock",
                target -> asking.contains(target.getName())
                        && clocks.stream().anyMatch(clock -> target.getOwner().isEquivalentTo(clock)));
    }

    @Test
    void features_are_not_random() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.security.SecureRandom")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .because("ids come from the Situation, so that a replay and a simulation give the same ones")
                .check(MUSTER);
    }

    @Test
    void features_do_not_depend_on_where_they_run() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .callMethod(Locale.class, "getDefault")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .because("a decision is the same on every machine")
                .check(MUSTER);
    }

    @Test
    void features_touch_nothing_outside() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.net.http..",
                        "java.sql..",
                        "java.util.logging..",
                        "org.slf4j..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.System$Logger")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.Thread")
                .because("features are pure: no input, no output, no logging, no threads")
                .check(MUSTER);
    }

    @Test
    void only_the_server_knows_the_network() {
        noClasses()
                .that()
                .resideOutsideOfPackages("muster.server..", "muster.bench..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "speak on a network",
                        (JavaClass other) -> other.getPackageName().startsWith("io.helidon")
                                || (other.getPackageName().startsWith("java.net")
                                        && !other.isEquivalentTo(java.net.URI.class))))
                .because("only server and connectors know the network")
                .check(MUSTER);
    }

    @Test
    void the_kernel_knows_nobody() {
        noClasses()
                .that()
                .resideInAPackage("muster.kernel..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are another part of Muster",
                        (JavaClass other) -> other.getPackageName().startsWith("muster.")
                                && !other.getPackageName().startsWith("muster.kernel")))
                .because("the one idea depends on nothing that is built on it")
                .check(MUSTER);
    }

    @Test
    void names_say_what_things_are() {
        classes()
                .that()
                .resideInAPackage("muster..")
                .should()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Service")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("DTO")
                .andShould()
                .haveSimpleNameNotEndingWith("Info")
                .andShould()
                .haveSimpleNameNotEndingWith("Data")
                .andShould()
                .haveSimpleNameNotEndingWith("Processor")
                .andShould()
                .haveSimpleNameNotStartingWith("Abstract")
                .andShould()
                .haveSimpleNameNotStartingWith("Base")
                .because("such names say nothing that the reader does not know already")
                .check(MUSTER);
    }

    @Test
    void state_is_immutable() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(FEATURES)
                .should()
                .beFinal()
                .because("folds share their parts; nothing in them may change")
                .check(MUSTER);
    }
}
