package hyperlab;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static hyperlab.ViolatingClass.planted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.Slice;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which package may depend on which, and why. Each rule is also run on classes that violate it, to verify that it
 * rejects them.
 */
class ArchitectureTest {
    private static final JavaClasses HYPERLAB = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("hyperlab");

    /** The JDK without its UI toolkits. */
    private static final List<String> JDK = List.of(
            "java.io..",
            "com.sun.management..",
            "java.lang..",
            "java.math..",
            "java.nio..",
            "java.security..",
            "java.text..",
            "java.time..",
            "java.util..",
            "org.jspecify..");

    private static final List<String> CORE = List.of(
            "rule",
            "random",
            "image",
            "nn",
            "optim",
            "data",
            "descent",
            "train",
            "tune",
            "batch",
            "convolution",
            "diagnosis",
            "activation",
            "cases");

    private static final List<Class<?>> THREADS =
            List.of(Thread.class, Executors.class, CompletableFuture.class, ForkJoinPool.class, Timer.class);

    /**
     * A row of the dependency table: what a package may use in addition to the JDK and itself, and one class it must
     * not use.
     */
    private record DependencyRule(String from, List<String> packages, List<String> libraries, String forbidden, String reason) {
        RuleWithViolation law() {
            String[] known = Stream.of(
                            JDK.stream(),
                            Stream.concat(Stream.of(from), packages.stream()).map(name -> "hyperlab." + name + ".."),
                            libraries.stream())
                    .flatMap(names -> names)
                    .toArray(String[]::new);
            return new RuleWithViolation(
                    classes()
                            .that()
                            .resideInAPackage("hyperlab." + from + "..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(known)
                            .because(reason),
                    planted("hyperlab." + from + ".Planted", "hyperlab." + forbidden + ".Target target;"),
                    planted("hyperlab." + forbidden + ".Target", ""));
        }
    }

    private static final List<DependencyRule> ARROWS = List.of(
            new DependencyRule("rule", List.of(), List.of(), "data", "every other package may lean on it, so it leans on none"),
            new DependencyRule("random", List.of("rule"), List.of(), "train", "what is drawn follows from seed and name alone"),
            new DependencyRule(
                    "image",
                    List.of("rule"),
                    List.of("java.awt..", "javax.imageio.."),
                    "data",
                    "rows and inputs mean the same image by one shape"),
            new DependencyRule("text", List.of("rule"), List.of(), "app", "charts without a window speak the same language"),
            new DependencyRule(
                    "nn",
                    List.of("rule", "random", "image"),
                    List.of("org.ejml.."),
                    "optim",
                    "forward and backward are checked against their formulas with nothing else in the way"),
            new DependencyRule(
                    "optim",
                    List.of("rule"),
                    List.of("org.ejml.."),
                    "nn",
                    "an optimizer moves numbers, whether a network's or a function's"),
            new DependencyRule(
                    "data",
                    List.of("rule", "random", "image"),
                    List.of("org.ejml..", "de.siegmar.fastcsv.."),
                    "train",
                    "data are what they are, whoever learns from them"),
            new DependencyRule(
                    "descent",
                    List.of("rule", "random", "optim"),
                    List.of("org.ejml.."),
                    "nn",
                    "a walk downhill needs a function and an optimizer, no network"),
            new DependencyRule(
                    "train",
                    List.of("rule", "random", "image", "nn", "optim", "data"),
                    List.of("org.ejml.."),
                    "file",
                    "a run knows only a listener and a cancel check: whoever looks on is not its business"),
            new DependencyRule(
                    "tune",
                    List.of("rule", "random", "image", "nn", "optim", "data", "train", "descent"),
                    List.of("org.ejml.."),
                    "file",
                    "a study asks for its trials to be trained; how a key is set or a row kept is its caller's"),
            new DependencyRule(
                    "cases",
                    List.of("rule", "random", "image", "nn", "optim", "data", "train", "tune"),
                    List.of("org.ejml.."),
                    "file",
                    "what a case compares is run the same from the window, the command line and a test"),
            new DependencyRule(
                    "diagnosis",
                    List.of("rule", "random", "image", "nn", "optim", "data", "train"),
                    List.of("org.ejml.."),
                    "chart",
                    "what is measured is measured the same, whether it is drawn, written or acted upon"),
            new DependencyRule(
                    "code",
                    List.of("image", "nn", "optim", "data", "train"),
                    List.of("org.ejml.."),
                    "file",
                    "a program is text: what reads and writes files stands above it"),
            new DependencyRule(
                    "playground",
                    List.of("rule", "nn", "data", "train"),
                    List.of("org.ejml.."),
                    "file",
                    "another program's training, number for number, needs nothing of ours but words for what it found"),
            new DependencyRule(
                    "batch",
                    List.of("rule", "random", "optim", "data", "descent", "train"),
                    List.of("org.ejml.."),
                    "nn",
                    "what the batch size does is shown on a model of its own and timed with the trainer as it is"),
            new DependencyRule(
                    "activation",
                    List.of("rule", "random", "nn", "optim", "data", "train", "diagnosis"),
                    List.of("org.ejml.."),
                    "file",
                    "what a function does to networks is found by the trainer as it is, whoever looks on"),
            new DependencyRule(
                    "convolution",
                    List.of("rule", "random", "image", "nn", "optim", "data", "train"),
                    List.of("org.ejml.."),
                    "chart",
                    "what a kernel makes of an image is the same in a picture, a file and a test"),
            new DependencyRule(
                    "file",
                    Stream.concat(CORE.stream(), Stream.of("playground")).toList(),
                    List.of("org.ejml..", "com.fasterxml.jackson..", "de.siegmar.fastcsv.."),
                    "chart",
                    "formats outlive the pictures and the window"),
            new DependencyRule(
                    "learn",
                    List.of(
                            "rule",
                            "text",
                            "file",
                            "descent",
                            "train",
                            "tune",
                            "batch",
                            "convolution",
                            "activation",
                            "cases"),
                    List.of("org.commonmark.."),
                    "chart",
                    "pages are read the same in the window and on a terminal"),
            new DependencyRule(
                    "chart",
                    Stream.concat(CORE.stream(), Stream.of("text")).toList(),
                    List.of("org.ejml..", "org.jfree.chart..", "org.jfree.data..", "java.awt.."),
                    "export",
                    "the same chart is drawn in the window and without a display"),
            new DependencyRule(
                    "export",
                    Stream.concat(CORE.stream(), Stream.of("text", "chart", "file", "playground"))
                            .toList(),
                    List.of(
                            "org.jfree.chart..",
                            "java.awt..",
                            "javax.imageio..",
                            "javax.xml..",
                            "org.w3c.dom..",
                            "org.apache.batik..",
                            "org.apache.pdfbox..",
                            "de.rototor.pdfbox.."),
                    "cli",
                    "window and command line export by the same code"));

    /** A rule and classes that violate it. */
    private record RuleWithViolation(ArchRule rule, List<ViolatingClass> violation) {
        RuleWithViolation(ArchRule rule, ViolatingClass... violation) {
            this(rule, List.of(violation));
        }

        @Override
        public String toString() {
            return rule.getDescription();
        }
    }

    static Stream<RuleWithViolation> laws() {
        return Stream.concat(
                ARROWS.stream().map(DependencyRule::law),
                Stream.of(
                        commandLineDoesNotKnowWindow(),
                        windowDoesNotKnowCommandLine(),
                        onlyWindowKnowsJavaFx(),
                        onlyExportKnowsPages(),
                        viewModelsKnowNeitherSceneNorChart(),
                        onlyConcurrentKnowsThreads(),
                        onlyCommandLinePrints(),
                        labsDoNotKnowOneAnother(),
                        packagesAreFreeOfCycles(),
                        partsOfWindowAreFreeOfCycles(),
                        packagesSayWhatTheyAre()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void holds(RuleWithViolation law) {
        law.rule().check(HYPERLAB);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("laws")
    void refusesWhatBreaksIt(RuleWithViolation law, @TempDir Path directory) {
        JavaClasses violation = ViolatingClass.compile(law.violation(), directory);
        assertTrue(law.rule().evaluate(violation).hasViolation(), law::toString);
    }

    @Test
    void everyPackageHasItsArrow() {
        Set<String> known = ARROWS.stream().map(DependencyRule::from).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(List.of("app", "cli"));
        Set<String> there = HYPERLAB.getPackage("hyperlab").getSubpackages().stream()
                .map(each -> each.getRelativeName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, there);
    }

    private static RuleWithViolation commandLineDoesNotKnowWindow() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideInAPackage("hyperlab.cli..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("hyperlab", "hyperlab.app..")
                        .because("every verb runs on a machine without a display"),
                planted("hyperlab.cli.Planted", "hyperlab.app.Target target;"),
                planted("hyperlab.app.Target", ""));
    }

    private static RuleWithViolation windowDoesNotKnowCommandLine() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideInAPackage("hyperlab.app..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("hyperlab", "hyperlab.cli..")
                        .because("what both need belongs to the core, where it is tested without either"),
                planted("hyperlab.app.Planted", "hyperlab.cli.Target target;"),
                planted("hyperlab.cli.Target", ""));
    }

    private static RuleWithViolation onlyWindowKnowsJavaFx() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("hyperlab.app..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp.ikonli..", "org.jfree.chart.fx..")
                        .because("all but the window works without a display"),
                planted("hyperlab.chart.Planted", "javafx.scene.Node node;"));
    }

    private static RuleWithViolation onlyExportKnowsPages() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("hyperlab.export..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.apache.batik..", "org.apache.pdfbox..", "de.rototor.pdfbox..")
                        .because("what a figure is written as is decided in one place"),
                planted("hyperlab.cli.Planted", "org.apache.pdfbox.pdmodel.PDDocument page;"));
    }

    private static RuleWithViolation viewModelsKnowNeitherSceneNorChart() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .haveSimpleNameEndingWith("ViewModel")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.jfree..")
                        .because("what a lab does is tested without a toolkit"),
                planted("hyperlab.app.descent.PlantedViewModel", "javafx.scene.control.Slider slider;"));
    }

    private static RuleWithViolation onlyConcurrentKnowsThreads() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideInAPackage("hyperlab.app..")
                        .and()
                        .resideOutsideOfPackage("hyperlab.app.concurrent..")
                        .should()
                        .accessTargetWhere(DescribedPredicate.describe(
                                "is a thread, what makes one, or Platform.runLater", ArchitectureTest::leadsToThread))
                        .because("whoever looks for a race has one place to read"),
                planted(
                        "hyperlab.app.Planted",
                        "Runnable later = () -> javafx.application.Platform.runLater(() -> {});"));
    }

    private static boolean leadsToThread(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        if (owner.getFullName().equals("javafx.application.Platform")) {
            return access.getName().equals("runLater");
        }
        return owner.getPackageName().startsWith("javafx.concurrent")
                || THREADS.stream().anyMatch(owner::isAssignableTo);
    }

    private static RuleWithViolation onlyCommandLinePrints() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("hyperlab.cli..")
                        .and()
                        .doNotHaveFullyQualifiedName("hyperlab.Hyperlab")
                        .should(ACCESS_STANDARD_STREAMS)
                        .because("what stands on stdout is a verb's result, and no one reads a window's stderr"),
                planted("hyperlab.train.Planted", "void say() { System.out.println(); }"));
    }

    private static RuleWithViolation labsDoNotKnowOneAnother() {
        Set<String> shared = Set.of("concurrent", "control");
        return new RuleWithViolation(
                slices().matching("hyperlab.app.(*)..")
                        .that(are(DescribedPredicate.<Slice>describe(
                                "labs", slice -> !shared.contains(slice.getNamePart(1)))))
                        .should()
                        .notDependOnEachOther()
                        .because("a lab is read, changed and removed by itself"),
                planted("hyperlab.app.descent.Planted", "hyperlab.app.training.Target target;"),
                planted("hyperlab.app.training.Target", ""));
    }

    private static RuleWithViolation packagesAreFreeOfCycles() {
        return new RuleWithViolation(
                slices().matching("hyperlab.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a part that can be understood by itself can be tested by itself"),
                planted("hyperlab.data.Planted", "hyperlab.train.Planted other;"),
                planted("hyperlab.train.Planted", "hyperlab.data.Planted other;"));
    }

    private static RuleWithViolation partsOfWindowAreFreeOfCycles() {
        return new RuleWithViolation(
                slices().matching("hyperlab.app.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("controls and workers serve the labs and know none of them"),
                planted("hyperlab.app.control.Planted", "hyperlab.app.training.Planted other;"),
                planted("hyperlab.app.training.Planted", "hyperlab.app.control.Planted other;"));
    }

    private static RuleWithViolation packagesSayWhatTheyAre() {
        ArchCondition<JavaClass> haveDescribedPackage =
                new ArchCondition<>("be in a package with a package-info that is @NullMarked") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        boolean described = item.getPackage()
                                .tryGetPackageInfo()
                                .filter(info -> info.isAnnotatedWith(NullMarked.class))
                                .isPresent();
                        String message = item.getName() + (described ? " is" : " is not") + " in such a package";
                        events.add(new SimpleConditionEvent(item, described, message));
                    }
                };
        return new RuleWithViolation(
                classes()
                        .should(haveDescribedPackage)
                        .because("a package says what it is for, what it may use and on which thread it runs"),
                planted("hyperlab.nowhere.Planted", ""));
    }
}
