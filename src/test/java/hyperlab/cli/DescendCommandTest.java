package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescendCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, 0.1", "1, 1", "1, 1.5", "1, 2", "1, 2.2", "4, 0.3", "4, 0.49999", "0.01, 150"})
    void aParabolaIsWalkedAsItsClosedFormSays(double curvature, double rate) throws IOException {
        Table path = walk("--function parabola --set curvature=" + curvature + " --learning-rate " + rate
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
    void aFunctionOfTwoVariablesFillsTheColumnsOfY() throws IOException {
        Table path = walk(
                "--function bowl --set curvatureX=1 --set curvatureY=4 --start -1,2 --learning-rate 0.25 --steps 1");

        assertEquals(
                List.of("0", "-1.0", "2.0", "8.5", "-1.0", "8.0", "0.25"),
                path.rows().get(0));
        assertEquals(
                List.of("1", "-0.75", "0.0", "0.28125", "-0.75", "0.0", "0.25"),
                path.rows().get(1));
    }

    @Test
    void momentumIsTheOptimizersParameter() throws IOException {
        Table path = walk("--function parabola --set momentum=0.5 --learning-rate 0.5 --start 1 --steps 2");

        assertEquals(0.5, path.number(1, "x"));
        assertEquals(0.0, path.number(2, "x"));
    }

    @Test
    void theScheduleIsNamedAmongTheParametersAndCountsStepsAsEpochs() throws IOException {
        Table path = walk(
                "--function parabola --set schedule=step --set every=2 --set factor=0.5 --learning-rate 1 --steps 4");

        assertEquals(
                List.of("1.0", "1.0", "0.5", "0.5", "0.25"),
                path.rows().stream().map(row -> row.get(6)).toList());
    }

    @Test
    void noiseFollowsTheSeedAndShrinksWithTheRootOfTheBatch() throws IOException {
        String args = "--function parabola --start 0 --steps 0 --noise 2 --seed 7 --batch-size ";
        double one = walk(args + 1).number(0, "gradientX");
        double sixteen = walk(args + 16).number(0, "gradientX");

        assertNotEquals(0, one);
        assertEquals(one, 4 * sixteen, 1e-12);
        assertEquals(one, walk(args + 1).number(0, "gradientX"));
        assertNotEquals(one, walk(args.replace("7", "8") + 1).number(0, "gradientX"));
    }

    @Test
    void aDivergedWalkIsAResultThatEndsAtItsLastFiniteRow() throws IOException {
        Table path = walk("--function parabola --learning-rate 1e30 --steps 100");

        assertTrue(path.rows().size() < 100);
        assertTrue(Double.isFinite(path.number(path.rows().size() - 1, "value")));
    }

    @Test
    void saysTheLimitThatFollowsFromTheCurvature() {
        CommandRun run = CommandRun.done("descend", "--function", "parabola", "--set", "curvature=8", "--out", folder);

        assertTrue(run.out().contains("0.25"), run.out());
        assertTrue(run.out().endsWith(folder.resolve("path.csv") + "\n"), run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --function parabla|--function must be one of parabola, doubleWell, plateau, tiltedWaves, bowl, ravine, rosenbrock, himmelblau, saddle, got "parabla" (nearest: parabola)
            --function x^2|--function must be one of parabola, doubleWell, plateau, tiltedWaves, bowl, ravine, rosenbrock, himmelblau, saddle, got "x^2" (nearest: bowl)
            --function parabola --optimizer sdg|--optimizer must be one of sgd, adagrad, rmsprop, adadelta, adam, nadam, adamw, got "sdg" (nearest: sgd)
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
            --function parabola --set curvatur=1|curvatur is no parameter of parabola, sgd or constant (nearest: curvature)
            --function parabola --set momentum=1|momentum must be in [0, 1), got 1
            --function parabola --set nesterov=yes|nesterov must be true or false, got "yes"
            --function parabola --set nesterov=true|nesterov needs a momentum > 0, got momentum 0
            --function parabola --set schedule=cos|schedule must be one of constant, step, exponential, cosine, got "cos" (nearest: cosine)
            --function parabola --set warmup=-1|warmup must be a whole number ≥ 0, got -1
            """)
    void refusesWhatItCannotTakeInOneLine(String args, String line) {
        Object[] words = ("descend " + args + " --out " + folder).split(" ", -1);

        assertEquals(line, CommandRun.refused(words));
        assertFalse(Files.exists(folder.resolve("path.csv")));
    }

    private Table walk(String args) throws IOException {
        CommandRun.done((Object[]) ("descend " + args + " --out " + folder).split(" ", -1));
        return Table.read(folder.resolve("path.csv"));
    }
}
