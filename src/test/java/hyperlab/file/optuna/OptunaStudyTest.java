package hyperlab.file.optuna;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.rule.InvalidInputException;
import hyperlab.tune.InMemoryJournal;
import hyperlab.tune.JobResult.JobOutcome;
import hyperlab.tune.RecordedTrialFactory;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.StudyListener;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialRecord.TrialStatus;
import hyperlab.tune.TuningRun;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files were written by Optuna 4: make.py next to them. */
class OptunaStudyTest {
    private static final Path FILES = Path.of("src/test/resources/hyperlab/file/optuna");
    private static final Map<String, TrialStatus> STATES = Map.of(
            "COMPLETE", TrialStatus.COMPLETED,
            "PRUNED", TrialStatus.PRUNED,
            "FAIL", TrialStatus.FAILED,
            "RUNNING", TrialStatus.RUNNING);

    @TempDir
    Path folder;

    private static OptunaStudy read(String name) {
        return OptunaStudy.read(FILES.resolve(name), null, null);
    }

    private static List<TrialRecord> rows(OptunaStudy study) {
        TuningRun run = new TuningRun(
                study.document().study(),
                new RecordedTrialFactory(),
                new InMemoryJournal(study.document().results()),
                new StudyListener() {});
        assertTrue(run.run(Runnable::run, 1, () -> false));
        return run.rows();
    }

    private String refused(Path path, @Nullable String name) {
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> OptunaStudy.read(path, name, null));
        assertEquals(1, error.line().lines().count(), error.line());
        return error.line().replace(path.toString(), "FILE");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content);
    }

    @Test
    void trialsAreThoseThatOptunaHas() throws IOException {
        OptunaStudy study = read("other.journal");
        JsonNode expected =
                new ObjectMapper().readTree(FILES.resolve("expected.json").toFile());
        Map<Integer, TrialRecord> rows = new HashMap<>();
        rows(study).forEach(row -> rows.put(row.trial(), row));
        int compared = 0;
        for (JsonNode trial : expected.get("trials")) {
            TrialRecord row = rows.get(trial.get("number").asInt());
            if (trial.get("state").asText().equals("WAITING")) {
                assertNull(row);
                continue;
            }
            assertNotNull(row);
            assertEquals(STATES.get(trial.get("state").asText()), row.state());
            assertEquals(
                    trial.get("value").isNull()
                            ? Double.NaN
                            : trial.get("value").asDouble(),
                    row.value());
            JsonNode parameters = trial.get("params");
            for (String key : List.of("lr", "width", "dropout")) {
                double value = parameters.get(key).asDouble();
                assertEquals(
                        value, Double.parseDouble(row.values().getOrDefault(key, "")), 1e-11 * Math.abs(value), key);
            }
            assertEquals(parameters.get("optimizer").toString(), row.values().get("optimizer"));
            assertEquals(parameters.get("nesterov").toString(), row.values().get("nesterov"));
            compared++;
        }
        assertEquals(15, compared);
        TuningStudy read = study.document().study();
        TrialRecord best = read.ranked(rows(study)).get(0);
        assertEquals(expected.get("best").asInt(), best.trial());
        assertEquals(expected.get("bestValue").asDouble(), best.value());
        assertEquals(List.of("momentum"), study.omittedKeys());
        assertEquals(1, study.omittedTrials());
        assertTrue(study.directionKnown());
        assertFalse(study.truncated());
        assertTrue(read.isRecordOnly());
    }

    @Test
    void curvesAreTheIntermediateValuesThatOptunaHas() throws IOException {
        JsonNode expected =
                new ObjectMapper().readTree(FILES.resolve("expected.json").toFile());
        SearchMethod.Recorded method =
                (SearchMethod.Recorded) read("other.journal").document().study().method();
        int points = 0;
        for (SearchMethod.Recorded.RecordedTrial trial : method.trials()) {
            JsonNode pairs = expected.get("trials").get(trial.number()).get("intermediate");
            assertEquals(pairs.size(), trial.curve().steps().size());
            assertEquals(pairs.size(), trial.curve().recorded());
            for (int i = 0; i < pairs.size(); i++) {
                assertEquals(pairs.get(i).get(0).asInt(), trial.curve().steps().get(i));
                assertEquals(
                        pairs.get(i).get(1).asDouble(), trial.curve().values().get(i));
                points++;
            }
        }
        assertTrue(points > 30, points + " points");
    }

    @Test
    void distributionsBecomeTheSpace() {
        Map<String, SearchDimension> space = new HashMap<>();
        read("other.journal")
                .document()
                .study()
                .space()
                .parameters()
                .forEach(parameter -> space.put(parameter.key(), parameter.dimension()));

        assertEquals(
                Map.of(
                        "lr", new SearchDimension.LogDimension(1e-5, 0.1),
                        "width", new SearchDimension.IntegerDimension(16, 64),
                        "optimizer", new SearchDimension.CategoricalDimension(List.of("\"adam\"", "\"sgd\"")),
                        "dropout", new SearchDimension.LinearDimension(0, 0.5),
                        "nesterov", new SearchDimension.CategoricalDimension(List.of("true", "false"))),
                space);
    }

    @Test
    void tableHasTheSameTrialsAsTheJournal() {
        OptunaStudy table = read("other.csv");
        List<TrialRecord> journal = rows(read("other.journal"));
        List<TrialRecord> rows = rows(table);

        assertFalse(table.directionKnown());
        assertEquals(List.of("momentum"), table.omittedKeys());
        assertEquals(journal.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(journal.get(i).trial(), rows.get(i).trial());
            assertEquals(journal.get(i).state(), rows.get(i).state());
            assertEquals(journal.get(i).value(), rows.get(i).value());
            assertEquals(
                    journal.get(i).values().get("optimizer"),
                    rows.get(i).values().get("optimizer"));
            assertEquals(
                    journal.get(i).values().get("nesterov"),
                    rows.get(i).values().get("nesterov"));
            assertEquals(
                    journal.get(i).values().get("width"), rows.get(i).values().get("width"));
        }
    }

    @Test
    void studyOfExportedProgramHasItsExperiment() {
        OptunaStudy read = read("workers.journal");
        TuningStudy study = read.document().study();
        List<TrialRecord> rows = rows(read);

        assertEquals(40, study.epochs());
        assertEquals(
                List.of("training.learningRate", "training.batchSize", "network.hidden"),
                study.space().keys());
        assertEquals(7, study.seed());
        assertEquals(24, rows.size());
        assertEquals(23, study.ranked(rows).size());
        assertEquals(TrialStatus.RUNNING, rows.get(6).state());
        assertEquals(11, study.ranked(rows).get(0).trial());
        assertEquals(0.21021586737398507, study.ranked(rows).get(0).value());
        assertTrue(((SearchMethod.Recorded) study.method()).source().startsWith("Optuna, RandomSampler"));
    }

    @Test
    void documentsAreReadAsTheyAreWritten() {
        for (String name : List.of("other.journal", "other.csv", "workers.journal")) {
            Document.OfStudy document = read(name).document();

            assertEquals(document, Documents.parse(Documents.write(document), name));
        }
    }

    @Test
    void valuesOfAnotherProgramCannotBeSearched() {
        String text = Documents.write(read("other.journal").document());
        int from = text.indexOf("\"method\"");
        String other = text.substring(0, from) + "\"method\": {\"name\": \"random\"},"
                + text.substring(text.indexOf("\"objective\""));
        InvalidInputException error = assertThrows(InvalidInputException.class, () -> Documents.parse(other, "other"));

        assertEquals("method must be recorded for values that another program computed, got random", error.line());
    }

    @Test
    void divergedTrialsOfExportedProgramsHaveNoValue() throws IOException {
        String journal = Files.readString(FILES.resolve("workers.journal"));
        String diverged = journal.replaceFirst("\"outcome\":\"completed\"", "\"outcome\":\"diverged\"");
        Document.OfStudy document = OptunaStudy.read(file(diverged), null, null).document();
        long count = document.results().stream()
                .filter(entry -> entry.result().outcome() == JobOutcome.DIVERGED)
                .peek(entry -> assertEquals(Double.NaN, entry.result().value()))
                .count();

        assertEquals(1, count);
    }

    /** A writer may be killed at any byte. */
    @Test
    void truncatedJournalIsReadAsFarAsItGoes() throws IOException {
        byte[] bytes = Files.readAllBytes(FILES.resolve("other.journal"));
        int previous = 0;
        for (int length = 4000; length < bytes.length; length += 1999) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
            OptunaStudy study = OptunaStudy.read(cut, null, null);

            assertEquals(bytes[length - 1] != '\n', study.truncated());
            int size = rows(study).size();
            assertTrue(size >= previous, length + " bytes have " + size + " trials, fewer than " + previous);
            previous = size;
        }
        assertEquals(14, previous);
    }

    @Test
    void damagedJournalNamesTheLine() throws IOException {
        List<String> lines = Files.readAllLines(FILES.resolve("other.journal"));
        for (String damage : List.of(
                "{\"op_code\":5,\"trial",
                "{\"op_code\":77}",
                "[1]",
                "\u0000\u0001",
                "{\"op_code\":6,\"trial_id\":9999}",
                "{\"op_code\":5,\"trial_id\":0,\"param_name\":\"lr\",\"param_value_internal\":7,\"distribution\":\"{}\"}")) {
            String text = String.join("\n", lines.subList(0, 5)) + "\n" + damage + "\n"
                    + String.join("\n", lines.subList(5, 20)) + "\n";

            assertEquals("FILE line 6 is not a valid entry of an Optuna journal", refused(file(text), null), damage);
        }
    }

    @Test
    void saysWhatItCannotRead() throws IOException {
        assertEquals(
                "FILE contains several studies; choose one with --study: first, second",
                refused(FILES.resolve("several.journal"), null));
        assertEquals(
                "--study must be one of the studies in the journal (first, second), got third",
                refused(FILES.resolve("several.journal"), "third"));
        assertEquals(
                3,
                OptunaStudy.read(FILES.resolve("several.journal"), "second", null)
                        .document()
                        .results()
                        .size());
        assertEquals(
                "FILE has several objectives; only studies with one objective can be read",
                refused(FILES.resolve("objectives.journal"), null));
        assertEquals(
                "FILE is neither an Optuna journal nor a table of Optuna trials", refused(file("a,b\n1,2\n"), null));
        assertTrue(refused(file("SQLite format 3\0..."), null)
                .startsWith("FILE is a database, which cannot be read; copy the study"));
        assertEquals(
                "FILE contains no trial with parameters",
                refused(file("{\"op_code\":0,\"study_name\":\"a\",\"directions\":[1]}\n"), null));
        assertEquals(
                "--from-optuna must be a file that exists, got FILE", refused(folder.resolve("none.journal"), null));
        assertEquals("FILE is a folder, not a file", refused(folder, null));
    }

    @Test
    void tableSaysWhereItIsDamaged() throws IOException {
        String header = "number,value,params_x,state\n";

        assertEquals(
                "FILE line 3 column state can be COMPLETE, PRUNED, FAIL, RUNNING, WAITING, but not DONE",
                refused(file(header + "0,1.5,0.1,COMPLETE\n1,1.5,0.2,DONE\n"), null));
        assertTrue(refused(file(header + "0,much,0.1,COMPLETE\n1,1.5,0.2,FAIL\n"), null)
                .startsWith("FILE line 2 column value"));
        assertTrue(refused(file(header), null).startsWith("FILE contains no trial"));
        assertTrue(OptunaStudy.isOptuna(file(header)));
        assertFalse(
                OptunaStudy.isOptuna(Files.write(folder.resolve("t.csv"), "a,b\n".getBytes(StandardCharsets.UTF_8))));
    }
}
