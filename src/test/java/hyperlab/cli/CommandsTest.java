package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cli.io.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new",
                "train",
                "descend",
                "tune",
                "map",
                "activation",
                "convolve",
                "data",
                "learn",
                "inspect",
                "code",
                "demo"
            })
    void everyVerbHasHelpAndVersion(String verb) {
        assertTrue(CommandRun.done(verb, "--help").out().startsWith("Usage: hyperlab " + verb));
        assertTrue(CommandRun.done(verb, "--version").out().startsWith("hyperlab "));
    }

    @Test
    void theVersionIsTheSameWithoutAVerb() {
        String version = CommandRun.done("train", "--version").out();
        assertEquals(version, CommandRun.done("--version").out());
        assertEquals(version, CommandRun.done("-V").out());
        assertEquals(version, CommandRun.done("--language", "ko", "--version").out());
    }

    @Test
    void helpListsEveryVerb() {
        String help = CommandRun.done("--help").out();

        for (String verb : new String[] {
            "new",
            "train",
            "descend",
            "tune",
            "map",
            "activation",
            "convolve",
            "data",
            "learn",
            "inspect",
            "code",
            "demo"
        }) {
            assertTrue(help.contains("\n  " + verb + " "), help);
        }
        assertEquals(help, CommandRun.done().out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            trian|trian is not a command of hyperlab (nearest: train)
            tuen study.json|tuen is not a command of hyperlab (nearest: tune)
            tune|STUDY must be given
            tune a.json --paralel 3|--paralel is not an option of tune (nearest: --parallel)
            --hepl|--hepl is not an option of hyperlab (nearest: --help)
            activation|NAME must be given
            activation relu tanh|tanh is one argument too many for activation
            activation relu --form=1|--form is not an option of activation (nearest: --from)
            activation relu --points|--points must be followed by its value
            activation relu --points --from 1|--points must be followed by its value
            activation relu --from 1 --from 2|--from is given twice
            train|EXPERIMENT must be given
            train a.json --seed 3|--seed is not an option of train (nearest: --seeds)
            descend|--function must be given
            inspect|FILE must be given
            """)
    void rejectsInvalidArgumentsInOneLine(String args, String line) {
        assertEquals(line, CommandRun.refused((Object[]) args.split(" ", -1)));
    }

    @Test
    void failsIfResultCannotBeWritten() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        int status = Commands.run(
                new String[] {"--help"}, new PrintStream(full), new PrintStream(err, true, StandardCharsets.UTF_8));

        assertEquals(ExitCode.FAILED, status);
        assertEquals("standard output could not be written to its end\n", err.toString(StandardCharsets.UTF_8));
    }
}
