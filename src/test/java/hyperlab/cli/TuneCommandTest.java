package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.Hyperlab;
import hyperlab.export.EmbeddedMetadataReader;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuneCommandTest {
    private static final String SPACE =
            "{'training.learningRate':{'type':'log','low':0.001,'high':3},'network.hidden':{'type':'choice','values':[[2],[4,4]]}}";

    /** The line about the search and a few finished trials. */
    private static final int LINES_BEFORE_KILL = 4;

    private static final String CURVES = "charts/curves.csv";

    @TempDir
    Path folder;

    private Path study(String name, String rest) throws IOException {
        String json = "{'format':'hyperlab-study/1'," + rest + "}";
        return Files.writeString(folder.resolve(name + ".hyperlab-study.json"), json.replace('\'', '"'));
    }

    private Path moons(String name, String method, int epochs) throws IOException {
        return study(
                name,
                "'experiment':{'format':'hyperlab-experiment/1','data':{'samples':60},'training':{'epochs':" + epochs
                        + "}},'space':" + SPACE + ",'method':" + method + ",'trials':9,'seed':3");
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** {@code trials.csv} without the measured times. */
    private static List<List<String>> trials(Path out) throws IOException {
        CsvOutput table = CsvOutput.read(out.resolve("trials.csv"));
        int seconds = table.header().indexOf("seconds");
        return table.rows().stream()
                .map(row -> Stream.concat(
                                row.subList(0, seconds).stream(), row.subList(seconds + 1, row.size()).stream())
                        .toList())
                .toList();
    }

    private static final Path OPTUNA = Path.of("src/test/resources/hyperlab/file/optuna");

    @Test
    void writesTheFolderOfAStudyThatOptunaRan() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.done(
                "tune", "--from-optuna", OPTUNA.resolve("workers.journal"), "--out", out, "--language", "en");

        assertEquals(
                "24 trials: 23 completed, 0 stopped early, 0 diverged, 0 failed, 1 still running in the file",
                run.out().lines().findFirst().orElseThrow());
        assertEquals(23, trials(out).size());
        assertEquals(
                18,
                ((Document.OfExperiment) Documents.read(out.resolve("best.json")))
                        .experiment()
                        .seed(),
                "7 + 11");
        Document.OfStudy written = (Document.OfStudy) Documents.read(out.resolve("study.hyperlab-study.json"));
        assertEquals(24, written.results().size());
        assertEquals(List.of("best.png", "importance.png", "parallel.png"), names(out.resolve("charts")));
    }

    @Test
    void tableOfTrialsIsReadForAStudy() throws IOException {
        Path study = study(
                "s",
                "'experiment':{'format':'hyperlab-experiment/1','training':{'epochs':4}},"
                        + "'space':{'training.batchSize':{'type':'choice','values':[8,16]}},'objective':'validationAccuracy'");
        Path table = Files.writeString(
                folder.resolve("t.csv"),
                "number,value,params_training.batchSize,state\n0,0.5,8,COMPLETE\n1,0.75,16,COMPLETE\n");
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.done("tune", study, "--from-optuna", table, "--out", out, "--language", "en");

        assertFalse(run.out().contains("does not say"), run.out());
        assertEquals(
                16,
                ((Document.OfExperiment) Documents.read(out.resolve("best.json")))
                        .experiment()
                        .training()
                        .batchSize()
                        .samples());
        String alone = CommandRun.done(
                        "tune", "--from-optuna", table, "--out", folder.resolve("alone"), "--language", "en")
                .out();
        assertTrue(alone.contains("Smaller ones are taken as better"), alone);
    }

    @Test
    void laterImportsAddTrials() throws IOException {
        Path study = study(
                "s",
                "'experiment':{'format':'hyperlab-experiment/1','training':{'epochs':4}},"
                        + "'space':{'training.batchSize':{'type':'choice','values':[8,16]}},'objective':'validationLoss'");
        Path table = folder.resolve("t.csv");
        String header = "number,value,params_training.batchSize,state,user_attrs_epochs\n";
        Path out = folder.resolve("out");
        Files.writeString(table, header + "0,0.5,8,COMPLETE,4\n1,,16,RUNNING,2\n");
        CommandRun.done("tune", study, "--from-optuna", table, "--out", out);
        assertEquals(1, trials(out).size());

        Files.writeString(table, header + "0,0.5,8,COMPLETE,4\n1,0.25,16,COMPLETE,4\n2,0.75,16,PRUNED,4\n");
        CommandRun run = CommandRun.done("tune", study, "--from-optuna", table, "--out", out, "--language", "en");
        assertEquals(3, trials(out).size());
        assertTrue(trials(out).get(1).contains("0.25"), trials(out).get(1).toString());
        assertTrue(run.out().contains("Of those stopped early, 1 had already trained all 4 epochs."), run.out());
        Document.OfStudy written = (Document.OfStudy) Documents.read(out.resolve("study.hyperlab-study.json"));
        assertEquals(3, written.results().size());

        Files.writeString(table, header + "0,0.6,8,COMPLETE,4\n1,0.25,16,COMPLETE,4\n2,0.75,16,PRUNED,4\n");
        assertEquals(
                out + " contains another study, with trial 0 completed at 0.5, got trial 0 completed at 0.6",
                CommandRun.refused("tune", study, "--from-optuna", table, "--out", out));
        Files.writeString(table, header + "0,0.5,8,COMPLETE,4\n");
        assertTrue(CommandRun.refused("tune", study, "--from-optuna", table, "--out", out)
                .contains("contains another study"));
        assertEquals(3, trials(out).size());
    }

    @Test
    void recordedTrialsAreNotRunAgain() throws IOException {
        Path out = folder.resolve("out");
        CommandRun.done("tune", "--from-optuna", OPTUNA.resolve("other.journal"), "--out", out);
        Path study = out.resolve("study.hyperlab-study.json");
        Path again = folder.resolve("again");
        CommandRun.done("tune", study, "--out", again);

        assertEquals(14, trials(out).size());
        assertEquals(trials(out), trials(again));
        assertEquals(
                study + " has values that another program computed, and nothing that could compute them here",
                CommandRun.refused("code", study, "--to", "optuna"));
    }

    @Test
    void curvesHaveTheValuesThatOptunaRecorded() throws IOException {
        Path out = folder.resolve("out");
        CommandRun.done("tune", "--from-optuna", OPTUNA.resolve("other.journal"), "--out", out, "--format", "csv");
        List<String> lines = Files.readAllLines(out.resolve("charts/curves.csv"));
        JsonNode trials = new ObjectMapper()
                .readTree(OPTUNA.resolve("expected.json").toFile())
                .get("trials");

        assertEquals("trial,state,step,value", lines.get(0));
        int values = 0;
        for (JsonNode trial : trials) {
            for (JsonNode pair : trial.get("intermediate")) {
                int step = pair.get(0).asInt();
                String number = trial.get("number").asText();
                double value = lines.stream()
                        .map(line -> line.split(",", -1))
                        .filter(cells -> cells[0].equals(number) && cells[2].equals(step + ".0"))
                        .mapToDouble(cells -> Double.parseDouble(cells[3]))
                        .findFirst()
                        .orElse(Double.NaN);
                assertEquals(pair.get(1).asDouble(), value, "trial " + number + " step " + step);
                values++;
            }
        }
        assertEquals(values, lines.size() - 1);
    }

    @Test
    void studyOrStorageMustBeGiven() {
        assertEquals("STUDY must be given", CommandRun.refused("tune"));
        assertEquals("--study is only for --from-optuna", CommandRun.refused("tune", "--study", "a"));
        assertEquals(
                "--seeds cannot be used with --from-optuna",
                CommandRun.refused("tune", "--from-optuna", OPTUNA.resolve("other.csv"), "--seeds", "3"));
    }

    @Test
    void comparesTheBestTrialWithTheDefault() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.done(
                "tune", moons("a", "{'name':'random'}", 3), "--out", out, "--seeds", "6", "--parallel", "2");
        CsvOutput table = CsvOutput.read(out.resolve("default.csv"));
        assertEquals(List.of("seed", "default", "best"), table.header());
        // Seed 3 and 9 trials: the first seed that no trial used is 12.
        assertEquals(
                List.of("12", "13", "14", "15", "16", "17"),
                table.rows().stream().map(row -> row.get(0)).toList());
        Document.OfStudy carried = (Document.OfStudy) Documents.parse(
                EmbeddedMetadataReader.readDocument(out.resolve("charts").resolve("default.png")), "carried");
        assertEquals(
                table.rows().stream().map(row -> Double.valueOf(row.get(2))).toList(),
                Objects.requireNonNull(carried.comparison()).best());
        assertTrue(run.out().contains("n = 6 seeds from 12 on"), run.out());
        assertFalse(run.out().contains("*"), run.out());
    }

    @Test
    void aTestFunctionHasNoDefaultToCompareWith() throws IOException {
        CommandRun run = CommandRun.of("tune", study("b", "'function':'branin','trials':3"), "--seeds", "5");
        assertEquals(2, run.status());
        assertTrue(run.err().contains("--seeds needs a study of an experiment"), run.err());
    }

    @Test
    void writesTrialsBestAndCharts() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.done("tune", moons("a", "{'name':'random'}", 3), "--out", out);

        assertEquals(List.of("best.json", "charts", "curves.csv", "rungs.csv", "study.json", "trials.csv"), names(out));
        assertEquals(List.of("best.png", "curves.png", "importance.png", "parallel.png"), names(out.resolve("charts")));
        CsvOutput table = CsvOutput.read(out.resolve("trials.csv"));
        assertEquals(
                List.of("trial", "state", "epochs", "value", "seconds", "training.learningRate", "network.hidden"),
                table.header());
        assertEquals(9, table.rows().size());
        assertTrue(run.out().contains("9"), run.out());
        assertTrue(run.out().endsWith(out + "\n"), run.out());
        String carried =
                EmbeddedMetadataReader.readDocument(out.resolve("charts").resolve("best.png"));
        assertTrue(Documents.parse(carried, "carried") instanceof Document.OfStudy);
    }

    @Test
    void writesChartsInRequestedFormats() throws IOException {
        Path out = folder.resolve("out");
        Path study = moons("a", "{'name':'random'}", 2);
        CommandRun.done("tune", study, "--out", out, "--format", "svg,pdf");

        assertEquals(
                List.of(
                        "best.pdf",
                        "best.svg",
                        "curves.pdf",
                        "curves.svg",
                        "importance.pdf",
                        "importance.svg",
                        "parallel.pdf",
                        "parallel.svg"),
                names(out.resolve("charts")));
        assertEquals(
                CommandRun.done("inspect", out.resolve("charts/best.svg")).out(),
                CommandRun.done("inspect", out.resolve("charts/parallel.pdf")).out());
        assertEquals(
                "--format takes gif only with train, because it shows the epochs",
                CommandRun.refused("tune", study, "--out", out, "--format", "gif"));
    }

    @Test
    void retrainingBestReproducesItsValue() throws IOException {
        Path out = folder.resolve("out");
        Path own = folder.resolve("own");
        CommandRun.done("tune", moons("a", "{'name':'random'}", 4), "--out", out);
        CommandRun.done("train", out.resolve("best.json"), "--out", own);

        double best = CsvOutput.read(out.resolve("trials.csv")).rows().stream()
                .filter(row -> row.get(1).equals("completed"))
                .mapToDouble(row -> Double.parseDouble(row.get(3)))
                .min()
                .orElseThrow();
        assertEquals(best, CsvOutput.read(own.resolve("history.csv")).number(4, "validationLoss"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {'name':'random'}
            {'name':'grid'}
            {'name':'bayesian','initial':4}
            {'name':'halving','reduction':2}
            {'name':'hyperband'}
            {'name':'manual','points':[{'training.learningRate':0.1,'network.hidden':[2]}]}
            """)
    void onThreeWorkersItIsTheSameAsOnOne(String method) throws IOException {
        Path file = moons("a", method, 8);
        Path one = folder.resolve("one");
        Path three = folder.resolve("three");
        CommandRun.done("tune", file, "--out", one, "--format", "csv", "--parallel", method.contains("bayes") ? 3 : 1);
        CommandRun.done("tune", file, "--out", three, "--format", "csv", "--parallel", 3);
        assertEquals(trials(one), trials(three));
        assertEquals(Files.readString(one.resolve(CURVES)), Files.readString(three.resolve(CURVES)));
        assertCurvesEndAtTheirTrials(three);
    }

    /** Each trial has the value of each of its epochs, and its last value is that of {@code trials.csv}. */
    private static void assertCurvesEndAtTheirTrials(Path out) throws IOException {
        CsvOutput curves = CsvOutput.read(out.resolve(CURVES));
        assertEquals(List.of("trial", "state", "epoch", "value"), curves.header());
        List<List<String>> trials = CsvOutput.read(out.resolve("trials.csv")).rows();
        assertFalse(trials.isEmpty());
        for (List<String> trial : trials) {
            List<List<String>> curve = curves.rows().stream()
                    .filter(row -> row.get(0).equals(trial.get(0)))
                    .toList();
            assertEquals(Integer.parseInt(trial.get(2)) + 1, curve.size(), "trial " + trial.get(0));
            for (int epoch = 0; epoch < curve.size(); epoch++) {
                assertEquals(epoch + ".0", curve.get(epoch).get(2));
            }
            assertEquals(trial.get(3), curve.get(curve.size() - 1).get(3));
        }
    }

    @Test
    void aCurveHasTheLossesOfTheSameTraining() throws IOException {
        Path out = folder.resolve("out");
        Path own = folder.resolve("own");
        CommandRun.done("tune", moons("a", "{'name':'random'}", 4), "--out", out, "--format", "csv");
        CommandRun.done("train", out.resolve("best.json"), "--out", own);

        CsvOutput history = CsvOutput.read(own.resolve("history.csv"));
        List<Double> losses = IntStream.range(0, history.rows().size())
                .mapToObj(row -> history.number(row, "validationLoss"))
                .toList();
        List<Double> curve = CsvOutput.read(out.resolve(CURVES)).rows().stream()
                .filter(row -> row.get(1).equals("best"))
                .map(row -> Double.valueOf(row.get(3)))
                .toList();
        assertEquals(losses, curve);
    }

    @Test
    void knownResultsBringTheirCurvesOrAreCounted() throws IOException {
        String rest = "'experiment':{'format':'hyperlab-experiment/1','data':{'samples':60},'training':{'epochs':2}},"
                + "'space':" + SPACE + ",'method':{'name':'random'},'trials':3,'seed':3,'results':["
                + "{'trial':0,'epochs':2,'state':'completed','reached':2,'value':0.5,'seconds':1},"
                + "{'trial':1,'epochs':2,'state':'completed','reached':2,'value':0.6,'seconds':1}],"
                + "'curves':[{'trial':1,'steps':[0,2],'values':[0.75,0.6],'recorded':3}]";
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.done("tune", study("a", rest), "--out", out, "--format", "csv", "--language", "en");
        List<String> trials = CsvOutput.read(out.resolve(CURVES)).rows().stream()
                .map(row -> row.get(0))
                .toList();

        assertEquals(List.of("1", "1", "2", "2", "2"), trials);
        assertTrue(run.out().contains("results are known but not their curves: 1.\n"), run.out());
        assertTrue(run.out().contains("Learning curves with fewer points than epochs: 1."), run.out());
    }

    @Test
    void resumesKilledStudyWithSameResult() throws IOException, InterruptedException {
        Path file = moons("a", "{'name':'hyperband'}", 300);
        Path killed = folder.resolve("killed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hyperlab.class.getName(),
                        "tune",
                        file.toString(),
                        "--out",
                        killed.toString(),
                        "--parallel",
                        "1")
                .redirectErrorStream(true)
                .start();
        Path rungs = killed.resolve("rungs.csv");
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (int line = 0; line < LINES_BEFORE_KILL && lines.readLine() != null; line++) {
            assertTrue(Files.exists(rungs));
        }
        process.destroyForcibly().waitFor();
        assertFalse(Files.exists(killed.resolve("best.json")), "killed before its end");
        Files.writeString(killed.resolve("trials.csv"), "trial,sta");
        String before = Files.readString(rungs);
        String whole = before.substring(0, before.lastIndexOf('\n') + 1);

        Files.writeString(killed.resolve("curves.csv"), "8,300,301,17,0.5\n8,3", StandardOpenOption.APPEND);
        CommandRun resumed = CommandRun.done("tune", file, "--out", killed, "--format", "csv");
        CommandRun.done("tune", file, "--out", folder.resolve("whole"), "--format", "csv");
        assertTrue(resumed.out().lines().count() > 3, resumed.out());
        String after = Files.readString(rungs);
        assertTrue(after.startsWith(whole), "what was known is kept");
        List<String> jobs = after.lines()
                .map(line -> line.substring(0, line.indexOf(',', line.indexOf(',') + 1)))
                .toList();
        assertEquals(jobs.stream().distinct().toList(), jobs, "nothing is found out twice");
        assertEquals(trials(folder.resolve("whole")), trials(killed));
        assertEquals(
                Files.readString(folder.resolve("whole").resolve(CURVES)), Files.readString(killed.resolve(CURVES)));
        assertEquals(
                Files.readString(folder.resolve("whole").resolve("best.json")),
                Files.readString(killed.resolve("best.json")));
    }

    @Test
    void doesNotRerunStoredResults() throws IOException {
        Path file = study(
                "a",
                "'function':'bowl','method':{'name':'bayesian','initial':2},'trials':4,'parallel':2,'results':["
                        + "{'trial':0,'epochs':1,'state':'completed','reached':1,'value':-9.5,'seconds':7.5},"
                        + "{'trial':1,'epochs':1,'state':'diverged','reached':1,'seconds':0}]");
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.done("tune", file, "--out", out, "--language", "en");

        assertTrue(run.out().contains("Resuming: 2 results are already known\n"), run.out());
        CsvOutput table = CsvOutput.read(out.resolve("trials.csv"));
        assertEquals(
                List.of("0", "completed", "1", "-9.5", "7.5"),
                table.rows().get(0).subList(0, 5));
        assertEquals("diverged", table.rows().get(1).get(1));
        assertEquals(4, table.rows().size());
        assertTrue(Files.readString(out.resolve("best.json")).contains("-9.5"), "the best is one that was known");
        assertEquals(
                "--parallel must be 2, the value that the study's results were found with, got 3",
                CommandRun.refused("tune", file, "--out", folder.resolve("other"), "--parallel", 3));
    }

    @Test
    void reportsElapsedTimeLimitAndResumes() throws IOException {
        String rest = "'function':'bowl','method':{'name':'random'},'trials':5";
        Path out = folder.resolve("out");
        Path brief = study("a", rest + ",'seconds':1e-9");
        CommandRun late = CommandRun.done("tune", brief, "--out", out, "--language", "en");

        assertTrue(late.out().contains("Time limit reached: "), late.out());
        assertTrue(CsvOutput.read(out.resolve("trials.csv")).rows().size() < 5);
        CommandRun over = CommandRun.done("tune", study("b", rest), "--out", out, "--language", "en");
        assertTrue(over.out().contains("The study is finished: 5 completed"), over.out());
        assertEquals(
                "seconds must be in [0, 86400], got -1",
                CommandRun.refused("tune", study("c", rest + ",'seconds':-1")));
    }

    @Test
    void usesRequestedLanguage() throws IOException {
        Path file = study("a", "'function':'bowl','method':{'name':'random'},'trials':2");
        assertTrue(CommandRun.done("tune", file, "--out", folder.resolve("ko"), "--language", "ko")
                .out()
                .contains("탐색 끝"));
        assertTrue(CommandRun.done("tune", file, "--out", folder.resolve("en"), "--language", "en")
                .out()
                .contains("The study is finished"));
        assertEquals(
                "--language can be en, ko, but not \"fr\"; did you mean en?",
                CommandRun.refused("tune", file, "--language", "fr"));
    }

    @Test
    void searchesKnownFunctionInItsOwnSpace() throws IOException {
        Path file = study("b", "'function':'branin','method':{'name':'grid'},'trials':16");
        Path out = folder.resolve("out");
        CommandRun.done("tune", file, "--out", out);
        assertEquals(16, CsvOutput.read(out.resolve("trials.csv")).rows().size());
        assertTrue(Files.readString(out.resolve("best.json")).contains("\"function\": \"branin\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'experiment':{'data':{'samples':20}},'space':{'training.learnRate':{'type':'log','low':1,'high':2}}|space.training.learnRate is not a known key (nearest: learningRate)
            'experiment':{'data':{'source':'plane'}},'objective':'validationAccuracy','space':{'seed':{'type':'integer','low':1,'high':2}}|objective must be validationLoss or trainLoss if the target is a number, got validationAccuracy
            'experiment':{'data':{'source':'csv','file':'no.csv','target':'y'}},'space':{'seed':{'type':'integer','low':1,'high':2}}|FOLDERno.csv does not exist
            'experiment':{'network':{'initialWeights':'w.json'}},'space':{'seed':{'type':'integer','low':1,'high':2}}|experiment.network.initialWeights is only for a single training run, not for a study
            'function':'branin','space':{'z':{'type':'linear','low':1,'high':2}}|space.z is not a variable of the function, which has x and y
            'function':'branin','method':{'name':'manual','points':[{'x':1}]}|method.points[0].y must be given
            'function':'branin','method':{'name':'manual','points':[{'x':99,'y':1}]}|method.points[0].x.value must be from -5.0 to 10.0, got 99
            'function':'branin','method':{'name':'grid','pointsPerAxis':9}|trials must be at least 81, the points of the grid, got 40
            """)
    void whatCannotBeSearchedIsRefusedBeforeAnyWork(String rest, String line) throws IOException {
        Path file = study("a", rest.replace("'experiment':{", "'experiment':{'format':'hyperlab-experiment/1',"));
        Path out = folder.resolve("out");
        assertEquals(line.replace("FOLDER", folder + "/"), CommandRun.refused("tune", file, "--out", out));
        assertFalse(Files.exists(out), "nothing is left");
    }

    @Test
    void rejectsOtherStudyObstructingFileAndOtherDocument() throws IOException {
        Path file = study("a", "'function':'bowl','trials':3");
        Path out = folder.resolve("out");
        CommandRun.done("tune", file, "--out", out);
        assertEquals(
                out + " contains another study, with \"trials\": 3, got \"trials\": 4",
                CommandRun.refused("tune", study("b", "'function':'bowl','trials':4"), "--out", out));
        assertEquals(
                file + " cannot be written into: it is a file, not a folder",
                CommandRun.refused("tune", file, "--out", file));
        Path experiment = Files.writeString(folder.resolve("e.json"), "{\"format\":\"hyperlab-experiment/1\"}");
        assertEquals(experiment + " must be a study, got another document", CommandRun.refused("tune", experiment));
        assertEquals(
                "--parallel must be a whole number from 1 to 64, got 0",
                CommandRun.refused("tune", file, "--parallel", 0));
    }
}
