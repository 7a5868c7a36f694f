package hyperlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
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
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
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
            "finding",
            "random",
            "image",
            "nn",
            "optim",
            "data",
            "descent",
            "train",
            "tune",
            "map",
            "batch",
            "convolution",
            "diagnosis",
            "log",
            "activation",
            "cases");

    /** The three layers of the window, from the top. */
    private static final String[] WINDOW = {"hyperlab.app..", "hyperlab.lab..", "hyperlab.ui.."};

    private static final Predicate<JavaClass> IN_LAB_OR_UI =
            JavaClass.Predicates.resideInAnyPackage("hyperlab.lab..", "hyperlab.ui..");

    private static final Predicate<JavaClass> IN_TOOLKIT =
            JavaClass.Predicates.resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.jfree..");

    private static final int MAX_FILES = 41; // 40 and the package-info

    private static final List<Class<?>> THREADS =
            List.of(Thread.class, Executors.class, ExecutorService.class, CompletableFuture.class, Timer.class);

    private static final SliceAssignment EACH_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.startsWith("hyperlab") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    };

    /**
     * A row of the dependency table: what a package may use in addition to the JDK and itself, and one class it must
     * not use.
     */
    private record DependencyRule(
            String from, List<String> packages, List<String> libraries, String forbidden, String reason) {
        RuleWithViolation toRule() {
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

    private static final List<DependencyRule> DEPENDENCIES = List.of(
            new DependencyRule("rule", List.of(), List.of(), "data", "every other package may use it, so it uses none"),
            new DependencyRule(
                    "finding", List.of(), List.of(), "text", "every subject's rules use it, without words or a window"),
            new DependencyRule(
                    "random",
                    List.of("rule"),
                    List.of(),
                    "train",
                    "random numbers depend on the seed and the stream's name alone"),
            new DependencyRule(
                    "image",
                    List.of("rule"),
                    List.of("java.awt..", "javax.imageio.."),
                    "data",
                    "data rows and network inputs share one image shape"),
            new DependencyRule(
                    "text",
                    List.of("rule", "finding"),
                    List.of(),
                    "app",
                    "charts without a window need the same texts"),
            new DependencyRule(
                    "nn",
                    List.of("rule", "random", "image"),
                    List.of("org.ejml.."),
                    "optim",
                    "forward and backward passes are checked against their formulas in isolation"),
            new DependencyRule(
                    "optim",
                    List.of("rule"),
                    List.of("org.ejml.."),
                    "nn",
                    "an optimizer updates any numbers: the weights of a network or the variables of a function"),
            new DependencyRule(
                    "data",
                    List.of("rule", "random", "image"),
                    List.of("org.ejml..", "de.siegmar.fastcsv..", "org.mozilla.universalchardet.."),
                    "train",
                    "data do not depend on what is trained on them"),
            new DependencyRule(
                    "descent",
                    List.of("rule", "finding", "random", "optim"),
                    List.of("org.ejml.."),
                    "nn",
                    "gradient descent needs a function and an optimizer, but no network"),
            new DependencyRule(
                    "train",
                    List.of("rule", "random", "image", "nn", "optim", "data"),
                    List.of("org.ejml.."),
                    "file",
                    "a run knows only a listener and a cancellation check, not what displays it"),
            new DependencyRule(
                    "tune",
                    List.of("rule", "finding", "random", "image", "nn", "optim", "data", "train", "descent"),
                    List.of("org.ejml.."),
                    "file",
                    "a study asks for its trials to be trained; setting keys and saving rows is up to the caller"),
            new DependencyRule(
                    "map",
                    List.of(
                            "rule",
                            "finding",
                            "random",
                            "image",
                            "nn",
                            "optim",
                            "data",
                            "train",
                            "descent",
                            "tune",
                            "diagnosis"),
                    List.of("org.ejml.."),
                    "file",
                    "a map asks for its pixels to be trained; setting keys and saving pixels is up to the caller"),
            new DependencyRule(
                    "cases",
                    List.of("rule", "random", "image", "nn", "optim", "data", "train", "tune", "map"),
                    List.of("org.ejml.."),
                    "file",
                    "a case runs the same way from the window, the command line and a test"),
            new DependencyRule(
                    "diagnosis",
                    List.of("rule", "finding", "random", "image", "nn", "optim", "data", "train"),
                    List.of("org.ejml.."),
                    "chart",
                    "a measurement is the same whether it is drawn, written or acted on"),
            new DependencyRule(
                    "log",
                    List.of("rule", "finding", "diagnosis"),
                    List.of(),
                    "file",
                    "the rules for a log's curves do not depend on the program that wrote it"),
            new DependencyRule(
                    "code",
                    List.of("random", "image", "nn", "optim", "data", "train", "tune"),
                    List.of("org.ejml.."),
                    "file",
                    "a program is text; packages that read and write files depend on it"),
            new DependencyRule(
                    "playground",
                    List.of("rule", "nn", "data", "train"),
                    List.of("org.ejml.."),
                    "file",
                    "it reproduces another program's training number for number and needs only our result types"),
            new DependencyRule(
                    "batch",
                    List.of("rule", "finding", "random", "optim", "data", "descent", "train"),
                    List.of("org.ejml.."),
                    "nn",
                    "the effect of the batch size is shown on a model of its own and timed with the real trainer"),
            new DependencyRule(
                    "activation",
                    List.of("rule", "random", "nn", "optim", "data", "train", "diagnosis"),
                    List.of("org.ejml.."),
                    "file",
                    "the effect of an activation function is measured with the real trainer"),
            new DependencyRule(
                    "convolution",
                    List.of("rule", "finding", "random", "image", "nn", "optim", "data", "train"),
                    List.of("org.ejml.."),
                    "chart",
                    "a feature map is the same in a chart, a file and a test"),
            new DependencyRule(
                    "file",
                    Stream.concat(CORE.stream(), Stream.of("playground")).toList(),
                    List.of("org.ejml..", "com.fasterxml.jackson..", "de.siegmar.fastcsv..", "com.google.protobuf.."),
                    "chart",
                    "file formats change less often than charts and the window"),
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
                    "pages read the same in the window and in a terminal"),
            new DependencyRule(
                    "lesson",
                    Stream.concat(CORE.stream(), Stream.of("text", "file", "learn"))
                            .toList(),
                    List.of("org.ejml..", "org.commonmark..", "com.fasterxml.jackson..", "org.yaml.snakeyaml.."),
                    "chart",
                    "the answers of a lesson are computed without a window, by the command line and a test"),
            new DependencyRule(
                    "chart",
                    Stream.concat(CORE.stream(), Stream.of("text")).toList(),
                    List.of(
                            "org.ejml..",
                            "org.jfree.chart..",
                            "org.jfree.data..",
                            "org.scilab.forge.jlatexmath..",
                            "java.awt.."),
                    "export",
                    "charts are drawn the same way in the window and without a display"),
            new DependencyRule(
                    "export",
                    Stream.concat(CORE.stream(), Stream.of("text", "chart", "file", "playground", "learn", "lesson"))
                            .toList(),
                    List.of(
                            "org.scilab.forge.jlatexmath..",
                            "org.jfree.chart..",
                            "java.awt..",
                            "javax.imageio..",
                            "javax.xml..",
                            "org.w3c.dom..",
                            "org.apache.batik..",
                            "org.apache.fontbox..",
                            "org.apache.pdfbox..",
                            "de.rototor.pdfbox.."),
                    "cli",
                    "the window and the command line export with the same code"));

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

    static Stream<RuleWithViolation> rules() {
        return Stream.concat(
                DEPENDENCIES.stream().map(DependencyRule::toRule),
                Stream.of(
                        commandLineDoesNotDependOnWindow(),
                        windowDoesNotDependOnCommandLine(),
                        onlyWindowUsesJavaFx(),
                        onlyControlsUseJFreeChartFx(),
                        onlyExportUsesDocumentLibraries(),
                        viewModelsUseNoToolkit(),
                        onlyConcurrentUsesThreads("javafx.application.Platform.runLater(() -> {})"),
                        onlyConcurrentUsesThreads("new java.util.concurrent.ScheduledThreadPoolExecutor(1)"),
                        onlyConcurrentUsesThreads("new java.util.concurrent.ForkJoinPool()"),
                        onlyConcurrentNestsEventLoops(),
                        onlyCommandLinePrints(),
                        uiDependsOnNoLab(),
                        labsDoNotDependOnFrame(),
                        labsDoNotDependOnEachOther(),
                        packagesAreFreeOfCycles(),
                        trainingLabHasLayers(),
                        packagesAreDescribed()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(RuleWithViolation rule) {
        rule.rule().check(HYPERLAB);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void rejectsItsViolation(RuleWithViolation rule, @TempDir Path directory) {
        JavaClasses violation = ViolatingClass.compile(rule.violation(), directory);
        assertTrue(rule.rule().evaluate(violation).hasViolation(), rule::toString);
    }

    @Test
    void everyPackageHasDependencyRule() {
        Set<String> known =
                DEPENDENCIES.stream().map(DependencyRule::from).collect(Collectors.toCollection(TreeSet::new));
        known.addAll(List.of("app", "lab", "ui", "cli"));
        Set<String> there = HYPERLAB.getPackage("hyperlab").getSubpackages().stream()
                .map(each -> each.getRelativeName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, there);
    }

    /** A package that a reader can survey has about 40 files; a larger one gives its reason in its package-info. */
    @Test
    void largePackagesGiveTheirReason() throws IOException {
        Map<Path, Long> fileCounts;
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            fileCounts = files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        }
        assertTrue(fileCounts.size() > 40, () -> "packages found: " + fileCounts.size());
        for (Map.Entry<Path, Long> each : fileCounts.entrySet()) {
            String description = Files.readString(each.getKey().resolve("package-info.java"));
            assertTrue(
                    each.getValue() <= MAX_FILES || description.contains("more than 40 files because"),
                    () -> each.getKey() + " has " + each.getValue() + " files");
        }
    }

    private static RuleWithViolation commandLineDoesNotDependOnWindow() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideInAPackage("hyperlab.cli..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("hyperlab", "hyperlab.app..", "hyperlab.lab..", "hyperlab.ui..")
                        .because("every subcommand runs on a machine without a display"),
                planted("hyperlab.cli.Planted", "hyperlab.app.Target target;"),
                planted("hyperlab.app.Target", ""));
    }

    private static RuleWithViolation windowDoesNotDependOnCommandLine() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideInAnyPackage(WINDOW)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("hyperlab", "hyperlab.cli..")
                        .because("code that both need belongs in the core, where it is tested without either"),
                planted("hyperlab.app.Planted", "hyperlab.cli.Target target;"),
                planted("hyperlab.cli.Target", ""));
    }

    private static RuleWithViolation onlyWindowUsesJavaFx() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideOutsideOfPackages(WINDOW)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp.ikonli..", "org.jfree.chart.fx..")
                        .because("everything except the window works without a display"),
                planted("hyperlab.chart.Planted", "javafx.scene.Node node;"));
    }

    private static RuleWithViolation onlyControlsUseJFreeChartFx() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("hyperlab.ui.control..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.jfree.chart.fx..")
                        .because("the gestures on charts are the same in every lab"),
                planted("hyperlab.lab.Planted", "org.jfree.chart.fx.ChartCanvas canvas;"));
    }

    private static RuleWithViolation onlyExportUsesDocumentLibraries() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("hyperlab.export..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.apache.batik..",
                                "org.apache.fontbox..",
                                "org.apache.pdfbox..",
                                "de.rototor.pdfbox..")
                        .because("the file formats of figures are decided in one place"),
                planted("hyperlab.cli.Planted", "org.apache.pdfbox.pdmodel.PDDocument page;"));
    }

    /**
     * Follows what a view model uses through all classes of the labs and of the layer below, however they are named.
     */
    private static RuleWithViolation viewModelsUseNoToolkit() {
        ArchCondition<JavaClass> reachNoToolkit =
                new ArchCondition<>("use neither nodes nor charts, directly or through classes of the window") {
                    @Override
                    public void check(JavaClass item, ConditionEvents events) {
                        Map<JavaClass, String> paths = new HashMap<>(Map.of(item, item.getName()));
                        Deque<JavaClass> open = new ArrayDeque<>(List.of(item));
                        for (JavaClass each = open.poll(); each != null; each = open.poll()) {
                            String path = paths.get(each);
                            for (JavaClass used : usedBy(each)) {
                                if (IN_TOOLKIT.test(used)) {
                                    events.add(SimpleConditionEvent.violated(item, path + " > " + used.getName()));
                                } else if (IN_LAB_OR_UI.test(used)
                                        && paths.putIfAbsent(used, path + " > " + used.getName()) == null) {
                                    open.add(used);
                                }
                            }
                        }
                    }
                };
        return new RuleWithViolation(
                classes()
                        .that()
                        .resideInAPackage("hyperlab.lab..")
                        .and()
                        .haveSimpleNameEndingWith("ViewModel")
                        .or()
                        .areAssignableTo("hyperlab.lab.LabViewModel")
                        .should(reachNoToolkit)
                        .because("view models are tested without a toolkit"),
                planted("hyperlab.lab.training.PlantedViewModel", "PlantedHelper helper;"),
                planted("hyperlab.lab.training.PlantedHelper", "hyperlab.ui.PlantedTool tool() { return null; }"),
                planted("hyperlab.ui.PlantedTool", "javafx.scene.control.Slider slider;"));
    }

    private static Set<JavaClass> usedBy(JavaClass user) {
        return user.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .collect(Collectors.toSet());
    }

    private static RuleWithViolation onlyConcurrentUsesThreads(String violation) {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideInAnyPackage(WINDOW)
                        .and()
                        .resideOutsideOfPackage("hyperlab.ui.concurrent..")
                        .should()
                        .accessTargetWhere(DescribedPredicate.describe(
                                "is a thread, what makes one, or Platform.runLater", ArchitectureTest::usesThreads))
                        .because("data races can be looked for in one place"),
                planted("hyperlab.app.Planted", "Runnable later = () -> " + violation + ";"));
    }

    private static RuleWithViolation onlyConcurrentNestsEventLoops() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideInAnyPackage(WINDOW)
                        .and()
                        .resideOutsideOfPackage("hyperlab.ui.concurrent..")
                        .should()
                        .callMethod(Platform.class, "enterNestedEventLoop", Object.class)
                        .because("the caller waits while other events change what it has seen"),
                planted(
                        "hyperlab.app.Planted",
                        "Runnable wait = () -> javafx.application.Platform.enterNestedEventLoop(new Object());"));
    }

    private static boolean usesThreads(JavaAccess<?> access) {
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
                        .because("stdout carries the result of a subcommand, and nobody reads the window's stderr"),
                planted("hyperlab.train.Planted", "void say() { System.out.println(); }"));
    }

    private static RuleWithViolation uiDependsOnNoLab() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideInAPackage("hyperlab.ui..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("hyperlab.lab..", "hyperlab.app..")
                        .because("every lab builds on it, so it knows none"),
                planted("hyperlab.ui.Planted", "hyperlab.lab.Target target;"),
                planted("hyperlab.lab.Target", ""));
    }

    private static RuleWithViolation labsDoNotDependOnFrame() {
        return new RuleWithViolation(
                noClasses()
                        .that()
                        .resideInAPackage("hyperlab.lab..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("hyperlab.app..")
                        .because("the frame shows the labs; a lab gets what it needs through LabContext"),
                planted("hyperlab.lab.Planted", "hyperlab.app.Target target;"),
                planted("hyperlab.app.Target", ""));
    }

    private static RuleWithViolation labsDoNotDependOnEachOther() {
        return new RuleWithViolation(
                slices().matching("hyperlab.lab.(*)..")
                        .should()
                        .notDependOnEachOther()
                        .because("a lab can be read, changed and removed on its own"),
                planted("hyperlab.lab.learningrate.Planted", "hyperlab.lab.training.Target target;"),
                planted("hyperlab.lab.training.Target", ""));
    }

    /** Each package is a slice of its own, so a package and its subpackages may not depend on each other either. */
    private static RuleWithViolation packagesAreFreeOfCycles() {
        return new RuleWithViolation(
                slices().assignedFrom(EACH_PACKAGE)
                        .should()
                        .beFreeOfCycles()
                        .because("a package that can be understood on its own can be tested on its own"),
                planted("hyperlab.app.Planted", "hyperlab.app.frame.Planted other;"),
                planted("hyperlab.app.frame.Planted", "hyperlab.app.Planted other;"));
    }

    /** The parts of the Training lab, from the bottom: settings, run, inspection, stage, and the lab itself. */
    private static RuleWithViolation trainingLabHasLayers() {
        String lab = "hyperlab.lab.training";
        return new RuleWithViolation(
                layeredArchitecture()
                        .consideringOnlyDependenciesInAnyPackage(lab + "..")
                        .layer("lab")
                        .definedBy(lab)
                        .layer("stage")
                        .definedBy(lab + ".stage..")
                        .layer("inspection")
                        .definedBy(lab + ".inspection..")
                        .layer("run")
                        .definedBy(lab + ".run..")
                        .layer("settings")
                        .definedBy(lab + ".settings..")
                        .whereLayer("lab")
                        .mayNotBeAccessedByAnyLayer()
                        .whereLayer("stage")
                        .mayOnlyBeAccessedByLayers("lab")
                        .whereLayer("inspection")
                        .mayOnlyBeAccessedByLayers("lab", "stage")
                        .whereLayer("run")
                        .mayOnlyBeAccessedByLayers("lab", "stage", "inspection")
                        .withOptionalLayers(true)
                        .because("a part gets what it needs by constructor, not from the lab's view model"),
                planted(lab + ".run.Planted", lab + ".PlantedViewModel lab;"),
                planted(lab + ".PlantedViewModel", ""));
    }

    private static RuleWithViolation packagesAreDescribed() {
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
                        .because("a package states its purpose, its dependencies and its threads"),
                planted("hyperlab.nowhere.Planted", ""));
    }
}
