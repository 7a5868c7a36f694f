package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.cli.io.ExitCode;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseCommandTest {
    private static final Case IRIS = BundledCases.named("iris");

    @TempDir
    Path folder;

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("own.hyperlab-case.json"), json);
    }

    @Test
    void listsEveryCaseWithNumbers() {
        String out = CommandRun.done("case").out();

        for (String name : BundledCases.allNames()) {
            assertTrue(out.contains(name + "\n  "), out);
        }
        assertEquals(
                BundledCases.NAMES.size(),
                out.lines().filter(line -> line.contains(" → ")).count());
    }

    /** A case of three batch sizes, with the best rates that the command found. */
    private static final String OWN_MAP =
            """
            {"format": "hyperlab-case/1", "name": "own",
             "map": {"format": "hyperlab-map/1",
              "experiment": {"format": "hyperlab-experiment/1", "seed": 3, "data": {"source": "moons", "samples": 100},
               "network": {"hidden": [4], "activation": {"name": "tanh"}},
               "training": {"optimizer": {"name": "sgd"}, "epochs": 5}},
              "x": {"key": "training.learningRate", "type": "log", "low": 0.001, "high": 1000, "count": 13},
              "y": {"key": "training.batchSize", "type": "choice", "values": [8, 16, 32]}, "seeds": 2}}""";

    @Test
    void computesMapsAgainAndChecksTheRecord() throws IOException {
        Path own = file(OWN_MAP);
        Path out = folder.resolve("out");
        CommandRun first = CommandRun.done("case", own, "--out", out, "--parallel", "1", "--format", "csv");

        assertEquals(List.of("best.csv", "charts", "seed-3", "seed-4"), names(out));
        assertEquals(List.of("bestRates.csv"), names(out.resolve("charts")));
        assertTrue(first.out().contains("How does the best learning rate depend on the batch size?"), first.out());
        assertTrue(first.out().contains("2 seeds"), first.out());
        assertFalse(first.out().contains("reproduced"), "nothing is recorded");
        CsvOutput best = CsvOutput.read(out.resolve("best.csv"));
        assertEquals(6, best.rows().size());

        String recorded = OWN_MAP.substring(0, OWN_MAP.length() - 1) + ", \"recorded\": {\"rates\": {"
                + lists(best, 2) + "}, \"values\": {" + lists(best, 3) + "}}}";
        CommandRun again = CommandRun.done("case", file(recorded), "--out", folder.resolve("again"), "--format", "png");
        assertTrue(again.out().contains("The recorded numbers were reproduced: 6 best rates"), again.out());
        assertEquals(
                Documents.read(own.resolveSibling("own.hyperlab-case.json")),
                Documents.parse(
                        EmbeddedMetadataReader.readDocument(folder.resolve("again/charts/bestRates.png")), "chart"));

        String rate = best.rows().get(0).get(2);
        CommandRun different = CommandRun.of(
                "case",
                file(recorded.replace("\"rates\": {\"8\": [" + rate, "\"rates\": {\"8\": [0.5")),
                "--out",
                folder.resolve("again"));
        assertEquals(ExitCode.FAILED, different.status());
        assertTrue(
                different.err().startsWith("own, seed 3, batch size 8 must be 0.5 ("), different.err());
    }

    private static String lists(CsvOutput best, int column) {
        return Stream.of("8", "16", "32")
                .map(batch -> "\"" + batch + "\": "
                        + best.rows().stream()
                                .filter(row -> row.get(1).equals(batch))
                                .map(row -> row.get(column))
                                .toList())
                .collect(Collectors.joining(", "));
    }

    @Test
    void mapsHaveNoStudy() {
        CommandRun run = CommandRun.of("case", "rateScaling", "--study");

        assertEquals(ExitCode.INVALID_INPUT, run.status());
        assertTrue(run.err().startsWith("--study is for cases with a search; rateScaling has maps"), run.err());
    }

    @Test
    void rerunsCaseAndWritesFolder() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run =
                CommandRun.done("case", "iris", "--out", out, "--seeds", "2", "--parallel", "1", "--format", "png,pdf");

        assertEquals(
                List.of(
                        "after.hyperlab.json",
                        "before.hyperlab.json",
                        "charts",
                        "scores.csv",
                        "study.hyperlab-study.json"),
                names(out));
        CsvOutput scores = CsvOutput.read(out.resolve("scores.csv"));
        assertEquals(List.of("configuration", "key", "seed", "fold", "value", "recorded"), scores.header());
        assertEquals((2 + 2 * 2 + 1) * 2 + 2 * 5, scores.rows().size());
        for (List<String> row : scores.rows()) {
            assertEquals(row.get(5), row.get(4), row.toString());
        }
        assertEquals(List.of("before", "", "1", ""), scores.rows().get(0).subList(0, 4));
        assertEquals(
                List.of("changedAlone", "training.learningRate", "1", ""),
                scores.rows().get(4).subList(0, 4));
        assertEquals(List.of("after", "", "", "4"), scores.rows().get(23).subList(0, 4));
        assertEquals(
                IRIS.after(),
                ((Document.OfExperiment) Documents.read(out.resolve("after.hyperlab.json"))).experiment());
        assertEquals(
                new Document.OfStudy(IRIS.study(), IRIS.trialResults()),
                Documents.read(out.resolve("study.hyperlab-study.json")));
        assertEquals(
                List.of("contributions.pdf", "contributions.png", "seeds.pdf", "seeds.png"),
                names(out.resolve("charts")));
        for (String chart : names(out.resolve("charts"))) {
            String carried =
                    EmbeddedMetadataReader.readDocument(out.resolve("charts").resolve(chart));
            assertEquals(new Document.OfCase(IRIS), Documents.parse(carried, "carried"));
        }
        assertTrue(run.out().endsWith(out + "\n"), run.out());
        String[] table = run.out()
                .lines()
                .dropWhile(line -> !line.startsWith("key "))
                .limit(5)
                .toArray(String[]::new);
        int second = table[0].indexOf("changed alone");
        int third = table[0].indexOf("set back alone");
        assertTrue(table[1].startsWith("learning rate ") && table[2].startsWith("batch size "), table[1] + table[2]);
        assertTrue(table[1].substring(third).matches("[+−]?[\\d.]+ \\([+−]?[\\d.]+ to [+−]?[\\d.]+\\)"), table[1]);
        assertTrue(table[3].startsWith("all tuned values ") && table[3].length() < third, table[3]);
        assertTrue(table[4].startsWith("linear reference ") && table[4].charAt(second) != ' ', table[4]);
    }

    @Test
    void usesRequestedLanguage() throws IOException {
        assertTrue(CommandRun.done("case", "--language", "ko").out().contains("붓꽃"));
        assertTrue(CommandRun.done("case", "--language", "en").out().contains("Iris"));
        CommandRun run = CommandRun.done(
                "case", "iris", "--out", folder.resolve("out"), "--seeds", "2", "--language", "ko", "--study");
        assertTrue(run.out().contains("시험 데이터"), run.out());
        assertTrue(run.out().contains("탐색 끝"), "and so does its search: " + run.out());
        assertEquals(
                "--language can be en, ko, but not \"fr\"; did you mean en?",
                CommandRun.refused("case", "iris", "--language", "fr"));
    }

    @Test
    void showsNoRecordForAdditionalSeeds() throws IOException {
        Path out = folder.resolve("out");
        CommandRun.done("case", "iris", "--out", out, "--seeds", "11");
        CsvOutput scores = CsvOutput.read(out.resolve("scores.csv"));

        assertEquals("", scores.rows().get(10).get(5));
        assertEquals("11", scores.rows().get(10).get(2));
        assertFalse(scores.rows().get(9).get(5).isEmpty());
    }

    @Test
    void reportsDifferenceFromRecordInOneLine() throws IOException {
        String json = Documents.write(new Document.OfCase(IRIS));
        double first = IRIS.recordedScores().before().get(0);
        Path file = file(json.replaceFirst("(\"before\" : \\[ |\"before\": \\[ )" + first, "$10.125"));
        CommandRun run = CommandRun.of("case", file, "--out", folder.resolve("out"), "--seeds", "2");

        assertEquals(ExitCode.FAILED, run.status());
        assertEquals("iris, before, seed 1 must be 0.125, as recorded, got " + first + "\n", run.err());
        assertTrue(Files.exists(folder.resolve("out").resolve("scores.csv")), "and what came out is kept");
    }

    @Test
    void reportsDifferenceOfASingleChange() throws IOException {
        Configuration alone = Configuration.changedAlone("training.batchSize");
        double first = IRIS.recordedScores().of(alone).get(0);
        CaseScores forged = IRIS.recordedScores()
                .with(
                        alone,
                        Stream.concat(
                                        Stream.of(0.125),
                                        IRIS.recordedScores().of(alone).stream().skip(1))
                                .toList());
        Path file = file(Documents.write(new Document.OfCase(IRIS.withRecordedScores(forged))));
        CommandRun run = CommandRun.of("case", file, "--out", folder.resolve("out"), "--seeds", "2");

        assertEquals(ExitCode.FAILED, run.status());
        assertEquals(
                "iris, changedAlone training.batchSize, seed 1 must be 0.125, as recorded, got " + first + "\n",
                run.err());
    }

    @Test
    void repeatedSearchGivesSameResult() throws IOException {
        Path out = folder.resolve("out");
        CommandRun.done("case", "penguins", "--out", out, "--seeds", "2", "--study");

        assertTrue(Files.exists(out.resolve("study").resolve("trials.csv")));
    }

    @Test
    void rejectsUnknownCase() throws IOException {
        assertEquals(
                "NAME can be iris, wine, penguins, breastCancer, diabetes, digits, mnist, rateScaling, or a file,"
                        + " but not \"irsi\"; did you mean iris?",
                CommandRun.refused("case", "irsi"));
        Path experiment = file("{\"format\": \"hyperlab-experiment/1\"}");
        assertEquals(experiment + " must be a case, got another document", CommandRun.refused("case", experiment));
        Path table = Files.writeString(folder.resolve("sizes.csv"), "a,b\n1,2\n");
        assertEquals(
                table + " is a table, not a case: the Cases lab makes a case of it; \"hyperlab train " + table
                        + "\" trains a baseline on it, and \"hyperlab tune " + table + "\" searches for better settings",
                CommandRun.refused("case", table));
        assertEquals(
                "--seeds must be a whole number from 2 to 256, got 1",
                CommandRun.refused("case", "iris", "--seeds", "1"));
    }
}
