package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code train --playground}. */
class PlaygroundTrainingTest {
    private static final String WORKED_EXAMPLE = "https://playground.tensorflow.org/#seed=0.59704";

    @TempDir
    Path folder;

    @Test
    void trainsLinkForHundredEpochsIntoRunFolder() throws IOException {
        Path out = folder.resolve("run");
        CommandRun run = train(WORKED_EXAMPLE, "--out", out, "--language", "en");

        CsvOutput history = CsvOutput.read(out.resolve("history.csv"));
        assertEquals(101, history.rows().size());
        assertEquals("2500", history.cell(100, "step"));
        assertEquals(0.010395673188064355, history.number(100, "trainLoss"), 1e-17);
        assertEquals(0.011562363897663278, history.number(100, "validationLoss"), 1e-17);
        assertEquals("0.03", history.cell(100, "learningRate"));
        CsvOutput predictions = CsvOutput.read(out.resolve("predictions.csv"));
        assertEquals(List.of("row", "part", "target", "prediction", "p_-1", "p_1"), predictions.header());
        assertEquals(500, predictions.rows().size());
        assertEquals("1", predictions.cell(0, "target"));
        assertEquals("train", predictions.cell(249, "part"));
        assertEquals("validation", predictions.cell(250, "part"));
        assertTrue(Files.readString(out.resolve("weights.json")).contains("hyperlab-weights/1"));
        assertTrue(Files.readString(out.resolve("outcome.json")).contains("\"completed\""));
        assertTrue(
                run.out().startsWith("Playground link: https://playground.tensorflow.org/#activation=tanh&"),
                run.out());
        assertTrue(run.out().contains("Training on circle, 250 rows and 250 for validation: sgd"), run.out());
        assertTrue(run.out().lines().count() <= 16, run.out());
    }

    @Test
    void recordStoresLinkAndReproducesRun() throws IOException {
        Path first = folder.resolve("first");
        train("#dataset=xor&regularization=L1&regularizationRate=0.1", "--out", first, "--epochs", 7);
        String record = Files.readString(first.resolve("experiment.json"));
        Path again = folder.resolve("again");
        CommandRun.done("train", first.resolve("experiment.json"), "--out", again);

        assertTrue(record.contains("\"format\": \"hyperlab-playground/1\""), record);
        assertTrue(record.contains("\"epochs\": 7"), record);
        assertTrue(record.contains("dataSha256"), record);
        assertEquals(record, Files.readString(again.resolve("experiment.json")));
        assertEquals(withoutSeconds(first), withoutSeconds(again));
        assertEquals(Files.readString(first.resolve("weights.json")), Files.readString(again.resolve("weights.json")));
        CommandRun.done("train", first.resolve("experiment.json"), "--out", again, "--epochs", 2);
        assertEquals(3, CsvOutput.read(again.resolve("history.csv")).rows().size());
    }

    @Test
    void printsAndStoresDrawnSeed() throws IOException {
        CommandRun run = train("#", "--epochs", 0, "--out", folder.resolve("run"));
        Matcher seed = Pattern.compile("&seed=([01]\\.[0-9]{5})&").matcher(run.out());

        assertTrue(seed.find(), run.out());
        assertTrue(Files.readString(folder.resolve("run/experiment.json")).contains(seed.group()));
    }

    @Test
    void saysWhatOfALinkIsReplacedAndTrainsFromItsFigure() throws IOException {
        Path out = folder.resolve("run");
        CommandRun run =
                train("#activation=foo&dataset=xor&seed=0.50&size=3", "--epochs", 1, "--out", out, "--charts", "loss");
        assertTrue(run.out().contains("defaults replace them: activation=foo, size=3\n"), run.out());
        CommandRun plain = train("#dataset=xor&seed=0.50", "--epochs", 1, "--out", folder.resolve("plain"));
        assertFalse(plain.out().contains("replace"), plain.out());
        Path again = folder.resolve("again");
        CommandRun.done("train", out.resolve("charts/loss.png"), "--out", again);
        assertEquals(Files.readString(out.resolve("weights.json")), Files.readString(again.resolve("weights.json")));
    }

    @Test
    void drawsChartsWithEmbeddedLink() {
        Path out = folder.resolve("run");
        train(WORKED_EXAMPLE, "--epochs", 2, "--out", out, "--charts", "loss,accuracy,weights,confusion");
        String carried =
                CommandRun.done("inspect", out.resolve("charts/accuracy.png")).out();

        assertTrue(Files.exists(out.resolve("charts/loss.png")));
        assertTrue(carried.contains("hyperlab-playground/1") && carried.contains("seed=0.59704"), carried);
    }

    @Test
    void reportsDivergedRunAsCompleted() {
        CommandRun run = train(
                "#seed=9&learningRate=10&activation=linear&problem=regression",
                "--out",
                folder.resolve("run"),
                "--language",
                "en");

        assertTrue(run.out().contains("Diverged"), run.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            #learningRate=fast | | learningRate must be a number, got "fast"
            circle | | link must be of the form …#key=value&key=value, got "circle"
            #seed=1 | --epochs -1 | --epochs must be a whole number from 0 to 1000000, got -1
            #seed=1 | --set training.epochs=1 | --set is only for experiments, got a Playground link
            #seed=1 | x.json | EXPERIMENT cannot be combined with --playground, got x.json
            #problem=regression | --charts accuracy | --charts must not include accuracy if the target is a number, got accuracy
            #activation=tanh | --charts gradients | --charts must not include gradients for a Playground link, got gradients
            #x=true&y=true&xSquared=true | --charts boundary | --charts must not include boundary if there are 3 features and not 2, got boundary
            """)
    void rejectsInvalidArgumentsBeforeWriting(String link, String options, String line) {
        List<Object> words = new ArrayList<>(List.of("train", "--playground", link, "--out", folder.resolve("run")));
        if (options != null) {
            words.addAll(List.of(options.split(" ", -1)));
        }

        assertEquals(line, CommandRun.refused(words.toArray()));
        assertFalse(Files.exists(folder.resolve("run")));
    }

    @Test
    void printsFindingsWithoutRemediesLast() {
        String link = "#seed=0.5&learningRate=0.00001";
        Path out = folder.resolve("run");
        String text =
                train(link, "--epochs", 20, "--out", out, "--language", "en").out();
        String last =
                text.substring(text.indexOf("\n" + out + "\n") + out.toString().length() + 2);

        assertTrue(last.startsWith("Warning: Loss no better than guessing (possible). Since epoch 10 "), text);
        assertEquals(1, last.lines().count(), text);
        assertFalse(last.contains("--set"), text);
    }

    private static CommandRun train(String link, Object... options) {
        List<Object> words = new ArrayList<>(List.of("train", "--playground", link));
        words.addAll(List.of(options));
        return CommandRun.done(words.toArray());
    }

    private static List<List<String>> withoutSeconds(Path run) throws IOException {
        return CsvOutput.read(run.resolve("history.csv")).rows().stream()
                .map(row -> row.subList(0, 7))
                .toList();
    }
}
