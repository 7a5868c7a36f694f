package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code train --seeds N}. */
class TrainSeedsTest {
    private static final List<String> RUN =
            List.of("experiment.json", "history.csv", "outcome.json", "predictions.csv", "weights.json");

    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void nameTheFolder() {
        out = folder.resolve("runs");
    }

    @Test
    void saysOnceThatItReplacedResults() throws IOException {
        Path experiment = experiment(3, 1, "");
        assertFalse(train(experiment, "--seeds", 2, "--language", "en").out().contains("replaced"));
        String text = train(experiment, "--seeds", 3, "--language", "en").out();
        assertEquals(2, text.split("replaced the results of", -1).length, text);
    }

    @Test
    void oneRunAndTheRunsOfSeedsAreNotMixedInAFolder() throws IOException {
        Path experiment = experiment(3, 1, "");
        Path one = folder.resolve("one");
        CommandRun single = CommandRun.done("train", experiment, "--out", one, "--language", "en");
        assertTrue(single.out().contains("Completed: 1 epoch, the lowest"), single.out());
        String mixed = CommandRun.refused("train", experiment, "--out", one, "--seeds", 2, "--language", "en");
        assertTrue(mixed.contains("the folder of one run"), mixed);
        assertEquals(RUN, names(one));
        train(experiment, "--seeds", 2);
        String other = CommandRun.refused("train", experiment, "--out", out, "--language", "en");
        assertTrue(other.contains("runs with several seeds"), other);
        assertEquals(List.of("seed-3", "seed-4", "seeds.csv"), names(out));
    }

    @Test
    void writesSameRunFolderAsSingleSeed() throws IOException {
        CommandRun run = train(experiment(5, 4, ""), "--seeds", 3, "--language", "en");

        assertEquals(List.of("seed-5", "seed-6", "seed-7", "seeds.csv"), names(out));
        for (int seed = 5; seed < 8; seed++) {
            Path own = out.resolve("seed-" + seed);
            assertEquals(RUN, names(own));
            Path alone = folder.resolve("alone");
            CommandRun.done("train", experiment(5, 4, ""), "--set", "seed=" + seed, "--out", alone);
            assertEquals(
                    Files.readString(alone.resolve("weights.json")), Files.readString(own.resolve("weights.json")));
            assertEquals(
                    Files.readString(alone.resolve("predictions.csv")),
                    Files.readString(own.resolve("predictions.csv")));
            assertEquals(column(alone, "trainLoss"), column(own, "trainLoss"));
            assertEquals(
                    Files.readString(alone.resolve("experiment.json")),
                    Files.readString(own.resolve("experiment.json")));
        }
        assertTrue(run.out().contains("3 runs, random seeds 5 to 7\n"), run.out());
        assertTrue(run.out().contains("(3 of 3): Completed: 4 epochs"), run.out());
        assertTrue(run.out().endsWith("3 runs: 3 completed, 0 stopped, 0 diverged\n" + out + "\n"), run.out());
    }

    private static List<String> column(Path run, String name) throws IOException {
        CsvOutput history = CsvOutput.read(run.resolve("history.csv"));
        int at = history.header().indexOf(name);
        return history.rows().stream().map(row -> row.get(at)).toList();
    }

    @Test
    void computesSpreadOfRunsPerEpoch() throws IOException {
        train(experiment(1, 3, ""), "--seeds", 4);
        CsvOutput spread = CsvOutput.read(out.resolve("seeds.csv"));

        assertEquals(
                List.of("epoch", "runs", "trainLossMedian", "trainLossLowerQuartile"),
                spread.header().subList(0, 4));
        assertEquals(
                List.of("trainLossUpperQuartile", "trainLossMinimum", "trainLossMaximum", "validationLossMedian"),
                spread.header().subList(4, 8));
        assertEquals(22, spread.header().size());
        assertEquals(4, spread.rows().size());
        for (int epoch = 0; epoch < 4; epoch++) {
            double[] sorted = new double[4];
            for (int seed = 1; seed <= 4; seed++) {
                sorted[seed - 1] = CsvOutput.read(out.resolve("seed-" + seed).resolve("history.csv"))
                        .number(epoch, "validationLoss");
            }
            Arrays.sort(sorted);
            assertEquals(Integer.toString(epoch), spread.cell(epoch, "epoch"));
            assertEquals("4", spread.cell(epoch, "runs"));
            assertEquals((sorted[1] + sorted[2]) / 2, spread.number(epoch, "validationLossMedian"), 1e-15);
            assertEquals(sorted[0], spread.number(epoch, "validationLossMinimum"));
            assertEquals(sorted[3], spread.number(epoch, "validationLossMaximum"));
            assertEquals(
                    sorted[0] + 0.75 * (sorted[1] - sorted[0]),
                    spread.number(epoch, "validationLossLowerQuartile"),
                    1e-15);
            assertEquals(
                    sorted[2] + 0.25 * (sorted[3] - sorted[2]),
                    spread.number(epoch, "validationLossUpperQuartile"),
                    1e-15);
            assertTrue(spread.number(epoch, "validationAccuracyMaximum") <= 1);
        }
    }

    @Test
    void earlyEndedRunCountsUntilItsEnd() throws IOException {
        train(experiment(1, 200, "'patience':1,'learningRate':0.3,"), "--seeds", 5);
        CsvOutput spread = CsvOutput.read(out.resolve("seeds.csv"));

        int longest = 0;
        for (int seed = 1; seed <= 5; seed++) {
            longest = Math.max(
                    longest, column(out.resolve("seed-" + seed), "epoch").size());
        }
        assertEquals(longest, spread.rows().size());
        for (int epoch = 0; epoch < longest; epoch++) {
            int there = 0;
            for (int seed = 1; seed <= 5; seed++) {
                there += column(out.resolve("seed-" + seed), "epoch").size() > epoch ? 1 : 0;
            }
            assertEquals(Integer.toString(there), spread.cell(epoch, "runs"));
        }
        assertFalse(spread.cell(longest - 1, "runs").equals("5"), "not all ended together");
    }

    @Test
    void omitsAccuracyOfRegressionAndCountsDivergence() throws IOException {
        Path sine = Files.writeString(
                folder.resolve("sine.hyperlab.json"),
                "{\"format\":\"hyperlab-experiment/1\",\"data\":{\"source\":\"sine\"},"
                        + "\"training\":{\"optimizer\":{\"name\":\"sgd\"},\"learningRate\":1e6,\"epochs\":9}}");
        CommandRun run = CommandRun.done("train", sine, "--out", out, "--seeds", 2, "--language", "en");

        CsvOutput spread = CsvOutput.read(out.resolve("seeds.csv"));
        assertEquals("", spread.cell(0, "trainAccuracyMedian"));
        assertEquals("", spread.cell(0, "validationAccuracyMaximum"));
        assertTrue(run.out().contains("2 runs: 0 completed, 0 stopped, 2 diverged\n"), run.out());
    }

    @Test
    void splitsFixedDataAnewForEachSeed() throws IOException {
        Path iris = Files.writeString(
                folder.resolve("iris.hyperlab.json"),
                "{\"format\":\"hyperlab-experiment/1\",\"seed\":8,\"data\":{\"source\":\"iris\"},"
                        + "\"training\":{\"epochs\":1}}");
        CommandRun.done("train", iris, "--out", out, "--seeds", 2);
        CommandRun.done("train", iris, "--out", folder.resolve("alone"), "--set", "seed=9");

        assertEquals(
                Files.readString(folder.resolve("alone/predictions.csv")),
                Files.readString(out.resolve("seed-9/predictions.csv")));
    }

    @Test
    void drawsChartsOfEachRun() throws IOException {
        train(experiment(3, 2, ""), "--seeds", 2, "--charts", "loss", "--format", "png,pdf");

        assertTrue(Files.exists(out.resolve("seed-3/charts/loss.pdf")));
        assertTrue(Files.exists(out.resolve("seed-4/charts/loss.png")));
        String carried = CommandRun.done("inspect", out.resolve("seed-4/charts/loss.png"))
                .out();
        assertTrue(carried.replace(" ", "").contains("\"seed\":4"), carried);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0|--seeds must be a whole number from 1 to 256, got 0
            257|--seeds must be a whole number from 1 to 256, got 257
            99999999999999999999|--seeds must be a whole number from 1 to 256, got 99999999999999999999
            two|--seeds must be a whole number, got "two"
            """)
    void rejectsInvalidNumberOfSeeds(String seeds, String line) throws IOException {
        assertEquals(line, CommandRun.refused("train", experiment(1, 2, ""), "--out", out, "--seeds", seeds));
        assertFalse(Files.exists(out));
    }

    @Test
    void linkSupportsOnlyOneSeed() {
        assertEquals(
                "--seeds is only for experiments, got a Playground link",
                CommandRun.refused(
                        "train", "--playground", "https://playground.tensorflow.org/", "--seeds", 2, "--out", out));
    }

    @Test
    void rejectsObstructingFilesBeforeTraining() throws IOException {
        Path taken = Files.writeString(Files.createDirectories(out).resolve("seed-3"), "mine");
        Object[] call = {"train", experiment(1, 1_000_000, ""), "--out", out, "--seeds", 3, "--charts", "loss"};
        assertEquals(taken + " cannot be written into: it is a file, not a folder", CommandRun.refused(call));
        Files.delete(taken);
        Path file = Files.createDirectories(out.resolve("seeds.csv"));
        assertEquals(file + " cannot be written: it is a folder", CommandRun.refused(call));
        Files.delete(file);
        Path charts =
                Files.writeString(Files.createDirectories(out.resolve("seed-2")).resolve("charts"), "mine");
        assertEquals(
                charts.resolve("loss.png") + " cannot be written: " + charts + " is a file, not a folder",
                CommandRun.refused(call));
        assertEquals(List.of("seed-2"), names(out));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en|3 of 3 runs; here with random seed 5. Warning: Features of different scales (certain). |Remedy: --set data.standardize=true
            ko|훈련 3번 중 3번, 여기서는 랜덤 시드 5. 주의: 특징의 크기가 서로 달라요 (확실). |처방: --set data.standardize=true
            """)
    void printsEachFindingOnceLast(String language, String beginning, String end) throws IOException {
        String text = train(
                        experiment(5, 1, ""),
                        "--seeds",
                        3,
                        "--set",
                        "data.source=wine",
                        "--set",
                        "network.hidden=[]",
                        "--language",
                        language)
                .out();
        String last =
                text.substring(text.indexOf("\n" + out + "\n") + out.toString().length() + 2);

        assertEquals(1, last.lines().count(), text);
        assertTrue(last.startsWith(beginning), text);
        assertTrue(last.endsWith(end + "\n"), text);
    }

    @Test
    void countsRunsThatHaveFinding() throws IOException {
        Path experiment = experiment(1, 12, "'learningRate':0.3,");
        String together = train(experiment, "--seeds", 4, "--language", "en").out();
        List<String> findings = together.substring(
                        together.indexOf("\n" + out + "\n") + out.toString().length() + 2)
                .lines()
                .toList();
        List<String> alone = new ArrayList<>();
        for (int seed = 1; seed <= 4; seed++) {
            alone.add(CommandRun.done(
                            "train",
                            experiment,
                            "--set",
                            "seed=" + seed,
                            "--out",
                            folder.resolve("a"),
                            "--language",
                            "en")
                    .out());
        }

        assertEquals(2, findings.size(), together);
        assertTrue(findings.get(0).startsWith("4 of 4 runs; here with random seed 1. Warning: Dead units"), together);
        assertEquals(
                4, alone.stream().filter(text -> text.contains("Dead units")).count());
        assertTrue(findings.get(1).startsWith("2 of 4 runs; here with random seed 1. Warning: Overfitting"), together);
        assertEquals(
                2, alone.stream().filter(text -> text.contains("Overfitting")).count());
        for (String line : findings) {
            String finding = line.substring(line.indexOf("Warning"));
            assertTrue(alone.get(0).contains(finding), finding);
        }
    }

    private CommandRun train(Path experiment, Object... options) {
        return CommandRun.done(Stream.of(Stream.of("train", experiment, "--out", out), Arrays.stream(options))
                .flatMap(words -> words)
                .toArray());
    }

    private Path experiment(long seed, int epochs, String training) throws IOException {
        String json = "{'format':'hyperlab-experiment/1','seed':" + seed + ",'data':{'source':'moons','samples':60},"
                + "'training':{" + training + "'batchSize':16,'epochs':" + epochs + "}}";
        return Files.writeString(folder.resolve("experiment.hyperlab.json"), json.replace('\'', '"'));
    }
}
