package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cli.io.ComponentParser;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.formula.Formula;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DescendCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 0.1", "1, 1", "1, 1.5", "1, 2", "1, 2.2", "4, 0.3", "4, 0.49999", "0.01, 150"})
    void aParabolaIsWalkedAsItsClosedFormSays(double curvature, double rate) throws IOException {
        CsvOutput path = walk("--function parabola --set curvature=" + curvature + " --learning-rate " + rate
                + " --start 3 --steps 40");

        assertEquals(List.of("step", "x", "y", "value", "gradientX", "gradientY", "learningRate"), path.header());
        assertEquals(41, path.rows().size());
        for (int k = 0; k <= 40; k++) {
            double x = Math.pow(1 - rate * curvature, k) * 3;
            assertEquals(Integer.toString(k), path.cell(k, "step"));
            assertEquals(x, path.number(k, "x"), 1e-12 * Math.max(1, Math.abs(x)));
            assertEquals(curvature * path.number(k, "x"), path.number(k, "gradientX"));
            assertEquals("", path.cell(k, "y"));
            assertEquals("", path.cell(k, "gradientY"));
            assertEquals(rate, path.number(k, "learningRate"));
        }
    }

    @Test
    void functionOfTwoVariablesFillsYColumns() throws IOException {
        CsvOutput path = walk(
                "--function bowl --set curvatureX=1 --set curvatureY=4 --start -1,2 --learning-rate 0.25 --steps 1");

        assertEquals(
                List.of("0", "-1.0", "2.0", "8.5", "-1.0", "8.0", "0.25"),
                path.rows().get(0));
        assertEquals(
                List.of("1", "-0.75", "0.0", "0.28125", "-0.75", "0.0", "0.25"),
                path.rows().get(1));
    }

    @Test
    void momentumIsOptimizerParameter() throws IOException {
        CsvOutput path = walk("--function parabola --set momentum=0.5 --learning-rate 0.5 --start 1 --steps 2");

        assertEquals(0.5, path.number(1, "x"));
        assertEquals(0.0, path.number(2, "x"));
    }

    @Test
    void printsScheduleAndCountsStepsAsEpochs() throws IOException {
        CsvOutput path = walk(
                "--function parabola --set schedule=step --set every=2 --set factor=0.5 --learning-rate 1 --steps 4");

        assertEquals(
                List.of("1.0", "1.0", "0.5", "0.5", "0.25"),
                path.rows().stream().map(row -> row.get(6)).toList());
    }

    /** Each schedule's formula after e steps of E = 8, with w = 3 warm-up steps. */
    @ParameterizedTest
    @CsvSource({
        "constant, ''",
        "step, --set every=2 --set factor=0.5",
        "exponential, --set factor=0.8",
        "cosine, --set floor=0.01"
    })
    void everyScheduleIsTheContracts(String name, String parameters) throws IOException {
        CsvOutput path =
                walk(("--function parabola --start 0 --learning-rate 0.4 --steps 8 --set warmup=3 --set schedule="
                                + name + " " + parameters)
                        .strip());

        assertEquals(9, path.rows().size());
        for (int e = 0; e <= 8; e++) {
            int t = e - 3;
            double expected = e < 3
                    ? 0.4 * (e + 1) / 3
                    : switch (name) {
                        case "constant" -> 0.4;
                        case "step" -> 0.4 * Math.pow(0.5, Math.floorDiv(t, 2));
                        case "exponential" -> 0.4 * Math.pow(0.8, t);
                        default -> 0.01 + (0.4 - 0.01) * (1 + Math.cos(Math.PI * t / 5)) / 2;
                    };
            assertEquals(expected, path.number(e, "learningRate"), 1e-15, "step " + e);
        }
    }

    @Test
    void warmUpScheduleHasRateInEveryRow() throws IOException {
        CsvOutput path = walk("--function parabola --steps 3 --set schedule=cosine --set warmup=3");

        assertEquals(4, path.rows().size());
        assertEquals(0.1, path.number(3, "learningRate"));
        assertEquals(
                1,
                walk("--function parabola --steps 0 --set schedule=cosine")
                        .rows()
                        .size());
    }

    @Test
    void nesterovLooksAhead() throws IOException {
        CsvOutput path = walk(
                "--function parabola --set momentum=0.5 --set nesterov=true --learning-rate 0.5 --start 1 --steps 1");

        assertEquals(1 - 0.5 * (1 + 0.5 * 1), path.number(1, "x"));
    }

    /** The formula gives the first step of both: η·g/(√v̂ + ε), with v̂ = g² or (1 − α)g². */
    @Test
    void adaptiveOptimizersAcceptParameters() throws IOException {
        CsvOutput adam = walk("--function parabola --optimizer adam --set epsilon=0.5 --start 2 --steps 1");
        CsvOutput rmsprop = walk("--function parabola --optimizer rmsprop --set decay=0.75 --start 2 --steps 1");
        CsvOutput slow =
                walk("--function parabola --optimizer adam --set beta1=0.5 --set beta2=0.5 --start 2 --steps 2");

        assertEquals(2 - 0.1 * 2 / (2 + 0.5), adam.number(1, "x"), 1e-15);
        assertEquals(2 - 0.1 * 2 / (1 + 1e-8), rmsprop.number(1, "x"), 1e-15);
        double x = slow.number(1, "x");
        double mean = (0.5 * 0.5 * 2 + 0.5 * x) / 0.75;
        double square = (0.5 * 0.5 * 4 + 0.5 * x * x) / 0.75;
        assertEquals(x - 0.1 * mean / (Math.sqrt(square) + 1e-8), slow.number(2, "x"), 1e-15);
    }

    @Test
    void acceptsAllParametersInAnyOrder() throws IOException {
        String mixed = "--function ravine --set factor=0.5 --set condition=4 --set momentum=0.5 --set every=1"
                + " --set schedule=step --start 1,1 --learning-rate 0.2 --steps 2";
        CsvOutput path = walk(mixed);

        assertEquals(4, path.number(0, "gradientY"));
        assertEquals(0.1, path.number(1, "learningRate"));
        assertEquals(1 - 0.2 * 4, path.number(1, "y"), 1e-15);
        double velocity = 0.5 * 4 + 4 * path.number(1, "y");
        assertEquals(path.number(1, "y") - 0.1 * velocity, path.number(2, "y"), 1e-15);
    }

    @Test
    void descendsFormulaOfOneVariable() throws IOException {
        CsvOutput path = walk("--function x^2/2+3 --learning-rate 0.5 --start 4 --steps 2");

        assertEquals(
                List.of("0", "4.0", "", "11.0", "4.0", "", "0.5"), path.rows().get(0));
        assertEquals(
                List.of("2", "1.0", "", "3.5", "1.0", "", "0.5"), path.rows().get(2));
    }

    @Test
    void formulaOfTwoVariablesFillsYColumns() throws IOException {
        CsvOutput path = walk("--function -x*y --learning-rate 0.5 --start 1,2 --steps 1");

        assertEquals(
                List.of("0", "1.0", "2.0", "-2.0", "-2.0", "-1.0", "0.5"),
                path.rows().get(0));
        assertEquals(
                List.of("1", "2.0", "2.5", "-5.0", "-2.5", "-2.0", "0.5"),
                path.rows().get(1));
    }

    @Test
    void startsFormulaWhereItDescends() throws IOException {
        CsvOutput path = walk("--function log(x) --steps 0");

        assertEquals(1, path.rows().size());
        assertEquals(1 / path.number(0, "x"), path.number(0, "gradientX"), 1e-15);
    }

    @Test
    void pathLeavingDomainDivergesSuccessfully() throws IOException {
        CommandRun run = CommandRun.done(
                "descend", "--function", "x - log(x)", "--start", "3", "--learning-rate", "9", "--out", folder);

        assertTrue(run.out().contains("Diverged: not finite after 0 steps"), run.out());
        assertEquals(1, CsvOutput.read(folder.resolve("path.csv")).rows().size());
        CommandRun nowhere = CommandRun.done("descend", "--function", "log(x)", "--start", "-1", "--out", folder);
        assertTrue(nowhere.out().contains("Diverged: value or gradient at the start is not finite"), nowhere.out());
        assertEquals(0, CsvOutput.read(folder.resolve("path.csv")).rows().size());
    }

    @Test
    void printsNameAndFormulaOfFunction() {
        assertTrue(CommandRun.done("descend", "--function", "beale", "--out", folder)
                .out()
                .startsWith("Beale function (1.5 − x + x·y)² + "));
        assertTrue(CommandRun.done("descend", "--function", "2x^2 - x", "--out", folder)
                .out()
                .startsWith("Your formula 2·x^2 − x, descent from (3): sgd, learning rate 0.1\n"));
    }

    /** Otherwise one KEY would have two meanings. */
    @Test
    void parameterNamesAreUnique() {
        List<Set<String>> kinds = List.of(
                ObjectiveFunctions.names().stream()
                        .flatMap(name -> ObjectiveFunctions.of(name).parameters().keySet().stream())
                        .collect(Collectors.toSet()),
                Stream.of("sgd", "adagrad", "rmsprop", "adadelta", "adam", "nadam", "adamw")
                        .flatMap(name ->
                                ComponentParser.parametersOf(ComponentParser.optimizer(name, Map.of())).stream())
                        .collect(Collectors.toSet()),
                Stream.of("constant", "step", "exponential", "cosine")
                        .flatMap(
                                name -> ComponentParser.parametersOf(ComponentParser.schedule(name, Map.of())).stream())
                        .collect(Collectors.toSet()),
                Set.of("schedule"));
        assertTrue(kinds.stream().noneMatch(Set::isEmpty));
        assertEquals(
                kinds.stream().mapToInt(Set::size).sum(),
                kinds.stream().flatMap(Set::stream).distinct().count());
    }

    @Test
    void helpListsEveryFunction() {
        String help = CommandRun.done("descend", "--help").out().replaceAll("\\s+", " ");
        ObjectiveFunctions.names().forEach(name -> assertTrue(help.contains(name + ","), name));
        Formula.names().stream()
                .filter(name -> name.length() > 2)
                .forEach(name -> assertTrue(help.contains(name), name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void descendsEveryFunctionFromItsDefaultStart(String name) throws IOException {
        CsvOutput path = walk("--function " + name + " --steps 0");

        ObjectiveFunction function = ObjectiveFunctions.of(name);
        assertEquals(function.start().get(0), path.number(0, "x"));
        assertEquals(function.dimensions() == 2 ? function.start().get(1).toString() : "", path.cell(0, "y"));
    }

    static List<String> names() {
        return ObjectiveFunctions.names();
    }

    @Test
    void noiseDependsOnSeedAndBatchSize() throws IOException {
        String args = "--function parabola --start 0 --steps 0 --noise 2 --seed 7 --batch-size ";
        double one = walk(args + 1).number(0, "gradientX");
        double sixteen = walk(args + 16).number(0, "gradientX");

        assertNotEquals(0, one);
        assertEquals(one, 4 * sixteen, 1e-12);
        assertEquals(one, walk(args + 1).number(0, "gradientX"));
        assertNotEquals(one, walk(args.replace("7", "8") + 1).number(0, "gradientX"));
    }

    @Test
    void divergedPathEndsAtLastFiniteRow() throws IOException {
        CsvOutput path = walk("--function parabola --learning-rate 1e30 --steps 100");

        assertTrue(path.rows().size() < 100);
        assertTrue(Double.isFinite(path.number(path.rows().size() - 1, "value")));
    }

    @Test
    void printsLimitGivenByCurvature() {
        CommandRun run = CommandRun.done("descend", "--function", "parabola", "--set", "curvature=8", "--out", folder);

        assertTrue(run.out().contains("0.25"), run.out());
        assertTrue(run.out().endsWith(folder.resolve("path.csv") + "\n"), run.out());
    }

    /** The limit at the start applies to the whole descent only if curvature and rate stay the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parabola|0.5|Stable below 2, which follows from the largest curvature 1, the same everywhere: this rate glides
            parabola|2|Stable below 2, which follows from the largest curvature 1, the same everywhere: this rate bounces forever
            parabola|2.1|Stable below 2, which follows from the largest curvature 1, the same everywhere: this rate diverges
            parabola --set schedule=cosine|2.1|Stable below 2, which follows from the largest curvature 1, the same everywhere: the first rate is too large; later rates differ
            quartic|0.6|Stable below 0.463 at the start, which follows from the largest curvature 4.32 there: this rate is too large there; elsewhere the curvature differs
            quartic --start 3|0.6|Stable below 0.07407 at the start, which follows from the largest curvature 27 there: this rate diverges there; elsewhere the curvature differs
            """)
    void saysHowFarTheLimitReaches(String function, String rate, String line) {
        List<String> arguments = new ArrayList<>(List.of("descend", "--function"));
        arguments.addAll(List.of(function.split(" ")));
        arguments.addAll(List.of("--learning-rate", rate, "--out", folder.toString()));
        assertEquals(
                line,
                CommandRun.done(arguments.toArray(Object[]::new))
                        .out()
                        .lines()
                        .toList()
                        .get(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en|2.1|Problem: η = 2.1 diverges. Limit 2/c = 2. Factor 1 − 2.1 · 1 = −1.1: each step is 10 % longer than the last. Remedy: --learning-rate 1.9
            ko|2.1|문제: η = 2.1: 발산. 한계 2/c = 2. 인수 1 − 2.1 · 1 = −1.1: 스텝마다 직전보다 10 % 길어져요. 처방: --learning-rate 1.9
            en|0.1|Note: η = 0.1 is safe but slow. f(x) falls to 1 % of its start at step 22; η = 0.5 gets there at step 4. Remedy: --learning-rate 0.5
            ko|0.1|참고: η = 0.1: 안전하지만 느림. f(x)가 처음의 1 %로 줄어드는 데 22스텝, η = 0.5이면 4스텝이 걸려요. 처방: --learning-rate 0.5
            """)
    void printsTheFindingAndItsRemedyLast(String language, String rate, String finding) {
        String out = CommandRun.done(
                        "descend",
                        "--function",
                        "parabola",
                        "--learning-rate",
                        rate,
                        "--language",
                        language,
                        "--out",
                        folder)
                .out();

        String spaces = out.replace('\u00a0', ' ');
        assertTrue(spaces.endsWith(folder.resolve("path.csv") + "\n" + finding + "\n"), spaces);
    }

    @Test
    void printsNoFindingForGoodRate() {
        String out = CommandRun.done("descend", "--function", "parabola", "--learning-rate", "0.5", "--out", folder)
                .out();

        assertTrue(out.endsWith(folder.resolve("path.csv") + "\n"), out);
    }

    @Test
    void remedyOfFindingWorks() {
        String out = CommandRun.done("descend", "--function", "doubleWell", "--learning-rate", "5", "--out", folder)
                .out();
        String option = out.substring(out.lastIndexOf("--learning-rate ") + 16).strip();

        assertTrue(out.contains("diverged at step"), out);
        assertFalse(CommandRun.done("descend", "--function", "doubleWell", "--learning-rate", option, "--out", folder)
                .out()
                .contains("diverged at step"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --function parabla|--function can be parabola, doubleWell, plateau, tiltedWaves, quartic, cubic, kink, bowl, ravine, rosenbrock, himmelblau, saddle, beale, booth, matyas, rastrigin, ackley, branin, styblinskiTang or a formula in x and y, but not "parabla"; did you mean parabola?
            --function Beale|--function can be parabola, doubleWell, plateau, tiltedWaves, quartic, cubic, kink, bowl, ravine, rosenbrock, himmelblau, saddle, beale, booth, matyas, rastrigin, ackley, branin, styblinskiTang or a formula in x and y, but not "Beale"; did you mean beale?
            --function x^2+sine(x)|--function column 5 "sine" is not a known name (nearest: sin)
            --function x^2+|--function column 5 must be a number, a name or "(", got the end
            --function z|--function column 1 "z" is not a known name (nearest: x)
            --function 1/2x|--function column 4 needs a sign such as * before "x"
            --function 3|--function must contain x: a constant has no slope
            --function x^2 --start 1,2|--start must be one number for the formula, got "1,2"
            --function x*y --start 1|--start must be two numbers X,Y for the formula, got "1"
            --function x^2 --set curvature=1|curvature is not a parameter of the formula, sgd or constant (nearest: momentum)
            --function parabola --optimizer sdg|--optimizer can be sgd, adagrad, rmsprop, adadelta, adam, nadam, adamw, lion, but not "sdg"; did you mean sgd?
            --function parabola --learning-rate 0|--learning-rate must be finite and > 0, got 0
            --function parabola --learning-rate -0.1|--learning-rate must be finite and > 0, got -0.1
            --function parabola --learning-rate NaN|--learning-rate must be finite and > 0, got NaN
            --function parabola --learning-rate fast|--learning-rate must be a number, got "fast"
            --function parabola --steps -1|--steps must be a whole number from 0 to 100000, got -1
            --function parabola --steps 100001|--steps must be a whole number from 0 to 100000, got 100001
            --function parabola --start 1,2|--start must be one number for parabola, got "1,2"
            --function bowl --start 1|--start must be two numbers X,Y for bowl, got "1"
            --function bowl --start 1,two|--start must be two numbers X,Y for bowl, got "1,two"
            --function parabola --start NaN|--start must be finite, got NaN
            --function parabola --noise -1|--noise must be finite and ≥ 0, got -1
            --function parabola --batch-size 0|--batch-size must be a whole number from 1 to 2147483647, got 0
            --function parabola --seed 1.5|--seed must be a whole number, got "1.5"
            --function parabola --set curvature=0|curvature must be finite and > 0, got 0
            --function parabola --set curvature=Infinity|curvature must be finite, got Infinity
            --function parabola --set curvatur=1|curvatur is not a parameter of parabola, sgd or constant (nearest: curvature)
            --function parabola --set momentum=1|momentum must be in [0, 1), got 1
            --function parabola --set nesterov=yes|nesterov must be true or false, got "yes"
            --function parabola --set nesterov=true|nesterov needs a momentum > 0, got momentum 0
            --function parabola --set momentum|--set must be KEY=VALUE, got "momentum"
            --function parabola --set momentum=0.5 --set momentum=0.6|momentum is given twice
            --function parabola --set momentum=fast|momentum must be a number, got "fast"
            --function parabola --set curvature=two|curvature must be a number, got "two"
            --function parabola --set beta1=0.9|beta1 is not a parameter of parabola, sgd or constant (nearest: momentum)
            --function parabola --set every=2|every is not a parameter of parabola, sgd or constant (nearest: nesterov)
            --function parabola --set schedule=step --set every=0|every must be a whole number ≥ 1, got 0
            --function parabola --set schedule=step --set factor=0|factor must be finite and > 0, got 0
            --function parabola --set schedule=cosine --set floor=-1|floor must be finite and ≥ 0, got -1
            --function parabola --set warmup=1.5|warmup must be a whole number, got 1.5
            --function parabola --optimizer adam --set beta1=1|beta1 must be in [0, 1), got 1
            --function parabola --optimizer rmsprop --set decay=1|decay must be in [0, 1), got 1
            --function parabola --steps 1.5|--steps must be a whole number, got "1.5"
            --function parabola --steps 99999999999|--steps must be a whole number from 0 to 100000, got 99999999999
            --function parabola --learning-rate 1e400|--learning-rate must be finite and > 0, got Infinity
            --function parabola --noise NaN|--noise must be finite and ≥ 0, got NaN
            --function parabola --batch-size 2.5|--batch-size must be a whole number, got "2.5"
            --function parabola --seed 9223372036854775808|--seed must be a whole number from -9223372036854775808 to 9223372036854775807, got "9223372036854775808"
            --function parabola --start 1,|--start must be one number for parabola, got "1,"
            --function bowl --start 1,2,3|--start must be two numbers X,Y for bowl, got "1,2,3"
            --function parabola --function bowl|--function is given twice
            --function|--function must be followed by its value
            --steps 3|--function must be given
            --function parabola --set schedule=cos|schedule can be constant, step, exponential, cosine, but not "cos"; did you mean cosine?
            --function parabola --set warmup=-1|warmup must be a whole number ≥ 0, got -1
            """)
    void rejectsInvalidArgumentsInOneLine(String args, String line) {
        Object[] words = ("descend " + args + " --out " + folder).split(" ", -1);

        assertEquals(line, CommandRun.refused(words));
        assertFalse(Files.exists(folder.resolve("path.csv")));
    }

    private CsvOutput walk(String args) throws IOException {
        CommandRun.done((Object[]) ("descend " + args + " --out " + folder).split(" ", -1));
        return CsvOutput.read(folder.resolve("path.csv"));
    }
}
