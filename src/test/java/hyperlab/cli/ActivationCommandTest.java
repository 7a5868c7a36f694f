package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationCommandTest {
    @TempDir
    Path folder;

    @Test
    void writesEvenlySpacedPointsInDefaultRange() throws IOException {
        CommandRun run = CommandRun.done("activation", "tanh", "--out", folder);

        CsvOutput table = table();
        assertEquals(folder.resolve("activation.csv") + "\n", run.out());
        assertEquals(List.of("x", "value", "derivative"), table.header());
        assertEquals(241, table.rows().size());
        assertEquals("-6.0", table.cell(0, "x"));
        assertEquals("-5.95", table.cell(1, "x"));
        assertEquals(List.of("0.0", "0.0", "1.0"), table.rows().get(120));
        assertEquals("6.0", table.cell(240, "x"));
        assertEquals(Math.tanh(6), table.number(240, "value"));
    }

    @Test
    void acceptsFunctionParameters() throws IOException {
        CommandRun.done(
                "activation",
                "leakyRelu",
                "--set",
                "slope=0.1",
                "--from",
                -1,
                "--to",
                1,
                "--points",
                3,
                "--out",
                folder);

        assertEquals(
                "x,value,derivative\n-1.0,-0.1,0.1\n0.0,0.0,0.1\n1.0,1.0,1.0\n",
                Files.readString(folder.resolve("activation.csv")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sigmoid",
                "tanh",
                "relu",
                "leakyRelu",
                "prelu",
                "elu",
                "maxout",
                "linear",
                "softplus",
                "selu",
                "gelu",
                "silu",
                "mish",
                "hardswish"
            })
    void theDerivativeIsTheSlopeOfTheValue(String name) throws IOException {
        CommandRun.done("activation", name, "--from", 1, "--to", 1.000001, "--points", 2, "--out", folder);

        CsvOutput table = table();
        double slope = (table.number(1, "value") - table.number(0, "value")) / 1e-6;
        assertEquals(slope, table.number(0, "derivative"), 1e-5);
    }

    @Test
    void createsMissingFolder() {
        CommandRun.done("activation", "relu", "--out", folder.resolve("a/b"));

        assertTrue(Files.exists(folder.resolve("a/b/activation.csv")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            leakyrelu|NAME can be sigmoid, tanh, relu, leakyRelu, prelu, elu, maxout, linear, softplus, selu, gelu, silu, mish, hardswish, but not "leakyrelu"; did you mean leakyRelu?
            relu --points 1|--points must be a whole number from 2 to 1000000, got 1
            relu --points 1000001|--points must be a whole number from 2 to 1000000, got 1000001
            relu --points ten|--points must be a whole number, got "ten"
            relu --points 2.5|--points must be a whole number, got "2.5"
            relu --points 99999999999|--points must be a whole number from 2 to 1000000, got 99999999999
            relu --points 99999999999999999999|--points must be a whole number from 2 to 1000000, got 99999999999999999999
            relu --from NaN|--from must be in [-1000000000, 1000000000], got NaN
            relu --to -Infinity|--to must be in [-1000000000, 1000000000], got -Infinity
            relu --from 1f|--from must be a number, got "1f"
            relu --from 6|--to must be > --from (6.0), got 6.0
            relu --set slope=1|slope is not a parameter of relu, which has none
            prelu --set slop=1|slop is not a parameter of prelu (nearest: slope)
            prelu --set slope=steep|slope must be a number, got "steep"
            prelu --set slope=NaN|slope must be a number, got "NaN"
            prelu --set slope|--set must be KEY=VALUE, got "slope"
            prelu --set slope=1 --set slope=2|slope is given twice
            maxout --set pieces=1|pieces must be a whole number from 2 to 64, got 1
            elu --set alpha=0|alpha must be finite and > 0, got 0
            """)
    void rejectsInvalidArgumentsInOneLine(String args, String line) {
        Object[] words = ("activation " + args + " --out " + folder).split(" ", -1);

        assertEquals(line, CommandRun.refused(words));
        assertFalse(Files.exists(folder.resolve("activation.csv")));
    }

    @Test
    void rejectsFileInPlaceOfFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "mine");

        assertEquals(
                "--out must be a writable folder, got " + file,
                CommandRun.refused("activation", "relu", "--out", file));
        assertEquals("mine", Files.readString(file));
    }

    private CsvOutput table() throws IOException {
        return CsvOutput.read(folder.resolve("activation.csv"));
    }
}
