package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataCommandTest {
    @ParameterizedTest
    @CsvSource({
        "iris, classification, 150, 4, 3",
        "wine, classification, 178, 13, 3",
        "breastCancer, classification, 569, 30, 2",
        "penguins, classification, 342, 4, 3",
        "digits, classification, 1797, 64, 10",
        "diabetes, regression, 442, 10, -",
        "spiral, classification, 500, 2, 2",
        "sine, regression, 500, 1, -",
    })
    void theListTellsTheSizeThatEachSetHas(String name, String task, int rows, int features, String classes) {
        String line = CommandRun.done("data")
                .out()
                .lines()
                .filter(candidate -> candidate.startsWith(name + " "))
                .findFirst()
                .orElseThrow();

        assertEquals(
                List.of(name, task, Integer.toString(rows), Integer.toString(features), classes),
                List.of(line.split(" +", -1)).subList(0, 5));
        CsvOutput printed = CsvOutput.of(CommandRun.done("data", name).out());
        assertEquals(rows, printed.rows().size());
        assertEquals(features + 1, printed.header().size());
        if (!classes.equals("-")) {
            assertEquals(
                    Integer.parseInt(classes),
                    printed.rows().stream()
                            .map(row -> row.get(features))
                            .distinct()
                            .count());
        }
    }

    @Test
    void printsScaledFeaturesAndTargetLast() {
        CsvOutput iris = CsvOutput.of(CommandRun.done("data", "iris").out());
        CsvOutput digits = CsvOutput.of(CommandRun.done("data", "digits").out());

        assertEquals("species", iris.header().get(4));
        assertEquals(List.of("5.1", "3.5", "1.4", "0.2", "setosa"), iris.rows().get(0));
        assertEquals("0.3125", digits.rows().get(0).get(2));
        assertEquals("0", digits.cell(0, "digit"));
    }

    @Test
    void generatorUsesSeedAndNoise() {
        String moons =
                CommandRun.done("data", "moons", "--samples", 20, "--seed", 7).out();

        assertEquals(21, moons.lines().count());
        assertEquals(
                moons,
                CommandRun.done("data", "moons", "--samples", 20, "--seed", 7).out());
        assertNotEquals(
                moons,
                CommandRun.done("data", "moons", "--samples", 20, "--seed", 8).out());
        assertNotEquals(
                moons,
                CommandRun.done("data", "moons", "--samples", 20, "--seed", 7, "--noise", 0)
                        .out());
    }

    @Test
    void samplesSelectsFirstRowsOfBundledSet() {
        String all = CommandRun.done("data", "diabetes").out();
        String some = CommandRun.done("data", "diabetes", "--samples", 10).out();

        assertEquals(11, some.lines().count());
        assertTrue(all.startsWith(some));
    }

    @Test
    void listsMnistWithPixelsBetween0And1() {
        CsvOutput mnist =
                CsvOutput.of(CommandRun.done("data", "mnist", "--samples", 12).out());

        assertTrue(CommandRun.done("data")
                .out()
                .lines()
                .anyMatch(line -> line.matches("mnist +classification +10000 +784 +10 +measured")));
        assertEquals(12, mnist.rows().size());
        assertEquals("pixel27_27", mnist.header().get(783));
        assertEquals("digit", mnist.header().get(784));
        assertTrue(mnist.rows().stream()
                .flatMap(row -> row.stream().limit(784))
                .mapToDouble(Double::parseDouble)
                .allMatch(pixel -> pixel >= 0 && pixel <= 1 && 255 * pixel == Math.rint(255 * pixel)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            iriss|NAME can be iris, wine, breastCancer, penguins, digits, diabetes, autoMpg, mnist, circle, xor, gauss, spiral, moons, blobs, checker, plane, bumps, sine, but not "iriss"; did you mean iris?
            iris --noise 1|--noise is only for generators, got iris
            iris --seed 1|--seed is only for generators, got iris
            moons --noise -1|--noise must be finite and ≥ 0, got -1
            moons --noise NaN|--noise must be finite and ≥ 0, got NaN
            moons --samples 1|--samples must be a whole number from 2 to 1000000, got 1
            moons --samples many|--samples must be a whole number, got "many"
            diabetes --samples 443|data.samples must be at most 442, the rows that diabetes has, got 443
            iris wine|wine is one argument too many for data
            """)
    void rejectsInvalidArgumentsInOneLine(String args, String line) {
        assertEquals(line, CommandRun.refused((Object[]) ("data " + args).split(" ", -1)));
    }
}
