package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.TrialFolder;
import hyperlab.tune.Job;
import hyperlab.tune.Searcher;
import hyperlab.tune.TuningStudy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tune --launcher}, and {@code trial}, which it starts. */
class TuneLauncherTest {
    private static final String BRANIN = "'function':'branin','method':{'name':'random'},'trials':3,'seed':5";

    @TempDir
    Path folder;

    private Path study(String rest) throws IOException {
        return Files.writeString(
                folder.resolve("a.hyperlab-study.json"),
                ("{'format':'hyperlab-study/1'," + rest + "}").replace('\'', '"'));
    }

    private Path moons(int epochs) throws IOException {
        return study("'experiment':{'format':'hyperlab-experiment/1','data':{'samples':60},'training':{'epochs':"
                + epochs
                + ",'schedule':{'name':'cosine'}}},'space':{'training.learningRate':{'type':'log','low':0.001,'high':3}},"
                + "'method':{'name':'halving'},'trials':3,'seed':3");
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The columns that are not measured times. */
    private static List<List<String>> withoutSeconds(Path file) throws IOException {
        CsvOutput table = CsvOutput.read(file);
        int seconds = table.header().indexOf("seconds");
        return table.rows().stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(row);
                    cells.remove(seconds);
                    return cells;
                })
                .toList();
    }

    /** The folder of a study that has begun. */
    private Path studyFolder(Path study) throws IOException {
        Path out = Files.createDirectory(folder.resolve("begun"));
        Files.copy(study, out.resolve("study.json"));
        return out;
    }

    /** Trains the first trials of a study in folders like those of processes, in this program. */
    private static List<TrialFolder> train(Path study, Path out) {
        TuningStudy settings = ((Document.OfStudy) Documents.read(study)).study();
        Searcher searcher = settings.createSearcher();
        List<TrialFolder> folders = new ArrayList<>();
        for (Job job : searcher.next()) {
            TrialFolder created = TrialFolder.create(
                    out,
                    new TrialFolder.Order(
                            job.trial(), job.epochs(), settings.space().values(job.point())));
            CommandRun.done("trial", created.path());
            folders.add(created);
        }
        return folders;
    }

    @Test
    void processesThatFailAreRepeatedWithTheSameResult() throws IOException {
        Path launcher = Files.writeString(folder.resolve("launcher.sh"), """
                for word; do
                    case $word in
                        */trial-0-epochs-1-attempt-1) exit 3 ;;
                        */trial-1-epochs-1-attempt-1)
                            printf '{"format":"hyperlab-trial-result/1","vers' > "$word/result.json"
                            kill -9 $$ ;;
                        */trial-2-epochs-1-attempt-1) "$@"; exit 7 ;;
                        */trial-?-epochs-3-attempt-1) printf '{"format":' > "$word/result.json"; exit 0 ;;
                    esac
                done
                exec "$@"
                """);
        Path study = moons(3);
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        CommandRun.done("tune", study, "--out", here, "--format", "csv", "--parallel", 2);
        CommandRun run = CommandRun.done(
                "tune",
                study,
                "--out",
                there,
                "--format",
                "csv",
                "--parallel",
                2,
                "--launcher",
                "sh '" + launcher + "'",
                "--language",
                "en");

        assertEquals(withoutSeconds(here.resolve("trials.csv")), withoutSeconds(there.resolve("trials.csv")));
        assertEquals(Files.readString(here.resolve("best.json")), Files.readString(there.resolve("best.json")));
        String curves = "charts/curves.csv";
        assertEquals(Files.readString(here.resolve(curves)), Files.readString(there.resolve(curves)));
        String best = withoutSeconds(here.resolve("trials.csv")).stream()
                .filter(row -> row.get(1).equals("completed"))
                .map(row -> row.get(0))
                .findFirst()
                .orElseThrow();
        List<String> failed = List.of(
                "trial-0-epochs-1-attempt-1",
                "trial-1-epochs-1-attempt-1",
                "trial-2-epochs-1-attempt-1",
                "trial-" + best + "-epochs-3-attempt-1");
        assertEquals(failed.stream().sorted().toList(), names(TrialFolder.all(there)));
        for (String each : failed) {
            Path path = TrialFolder.all(there).resolve(each);
            assertTrue(run.out().contains(path.toString()), run.out());
            assertFalse(Files.exists(path.resolve("result.json")), "no later run may use it");
        }
        assertTrue(
                run.out().contains("trial-0-epochs-1-attempt-1 ended with exit status 3; starting it again (1 of 2)"));
        assertTrue(run.out().contains("was ended by signal 9"), run.out());
        assertTrue(run.out().contains("Failed processes: 4; their output is in " + TrialFolder.all(there) + "\n"));
    }

    @Test
    void aTrialWhoseProcessesAllFailIsAFailedTrial() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.done(
                "tune", study(BRANIN), "--out", out, "--launcher", "true", "--retries", 1, "--language", "en");
        assertEquals(
                List.of("failed", "failed", "failed"),
                CsvOutput.read(out.resolve("trials.csv")).rows().stream()
                        .map(row -> row.get(1))
                        .toList());
        assertTrue(
                run.out()
                        .contains("Trial 2: failed (" + TrialFolder.all(out.toAbsolutePath())
                                + "/trial-2-epochs-1-attempt-2 ended without a result)"),
                run.out());
        assertTrue(
                run.out()
                        .contains("Failed processes: 6; their output is in " + TrialFolder.all(out)
                                + ". Trials whose processes all failed: 3; the same command tries them again\n"),
                run.out());
        assertEquals(1, Files.readAllLines(out.resolve("rungs.csv")).size(), "so that they are tried again");
    }

    /** Its later proposals depend on the trials that failed. */
    @Test
    void aBayesianSearchRecordsTheTrialsThatFailed() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.done(
                "tune", study("'function':'branin','trials':2"), "--out", out, "--launcher", "false", "--retries", 0);
        assertEquals(3, Files.readAllLines(out.resolve("rungs.csv")).size(), run.out());
    }

    /** As after a coordinator that was killed before it recorded what its processes had finished. */
    @Test
    void usesResultsOfProcessesOfAnEarlierRun() throws IOException {
        Path study = study(BRANIN);
        Path here = folder.resolve("here");
        CommandRun.done("tune", study, "--out", here);
        Path there = studyFolder(study);
        train(study, there);
        CommandRun run = CommandRun.done(
                "tune", study, "--out", there, "--launcher", "false", "--retries", 0, "--language", "en");
        assertFalse(run.out().contains("failed process"), run.out());
        assertEquals(Files.readString(here.resolve("trials.csv")), Files.readString(there.resolve("trials.csv")));
        assertEquals(List.of("best.json", "charts", "rungs.csv", "study.json", "trials.csv"), names(there));
    }

    @Test
    void doesNotUseAnIncompleteResultNorOneOfAnotherTrialOrVersion() throws IOException {
        Path study = study(BRANIN);
        Path out = studyFolder(study);
        List<TrialFolder> folders = train(study, out);
        Path half = folders.get(0).path().resolve("result.json");
        Files.writeString(half, Files.readString(half).substring(0, 60));
        Path other = folders.get(1).path().resolve("result.json");
        Files.writeString(other, Files.readString(other).replace("development", "0.0.1"));
        Path values = folders.get(2).path().resolve("trial.json");
        Files.writeString(values, Files.readString(values).replace("\"y\": \"", "\"y\": \"1"));
        CommandRun run =
                CommandRun.done("tune", study, "--out", out, "--launcher", "false", "--retries", 0, "--language", "en");
        assertTrue(run.out().contains("0 completed, 0 stopped early, 0 diverged, 3 failed"), run.out());
        assertTrue(Files.exists(half), "a folder that another process may use is left alone");
    }

    @Test
    void onlyOneProcessTrainsInAFolder() throws IOException {
        Path study = study(BRANIN);
        TrialFolder trained = train(study, studyFolder(study)).get(0);
        assertEquals(
                trained.path()
                        + " is in use by another process; start only one process for each trial, for example with srun -n1",
                CommandRun.refused("trial", trained.path(), "--language", "en"));
    }

    @Test
    void aProcessEndsWithoutAResultWhenItsProgramHasEnded() throws IOException {
        Path study = moons(200_000);
        Path out = studyFolder(study);
        TuningStudy settings = ((Document.OfStudy) Documents.read(study)).study();
        TrialFolder trial = TrialFolder.create(
                out,
                new TrialFolder.Order(0, settings.epochs(), settings.space().values(new double[] {0.5})));
        InputStream input = System.in;
        System.setIn(new ByteArrayInputStream("hyperlab\n".getBytes(StandardCharsets.UTF_8)));
        try {
            CommandRun run = CommandRun.of("trial", trial.path(), "--attached", "--language", "en");
            assertEquals(1, run.status());
            assertEquals(trial.path() + " was abandoned: the program that started it has ended\n", run.err());
            assertFalse(trial.hasResult());
        } finally {
            System.setIn(input);
        }
    }

    @Test
    void rejectsWhatCannotBeStarted() throws IOException {
        Path study = study(BRANIN);
        Path out = folder.resolve("out");
        CommandRun run =
                CommandRun.of("tune", study, "--out", out, "--launcher", "no-such-program -n1", "--language", "en");
        assertEquals("--launcher cannot start no-such-program: it does not exist\n", run.err());
        assertEquals(1, run.status());
        assertEquals(1, Files.readAllLines(out.resolve("rungs.csv")).size(), "nothing has failed");
        assertEquals(List.of(), names(TrialFolder.all(out)));
        assertEquals(
                "--launcher must be a command whose quotes are all closed, got srun '-n1",
                CommandRun.refused("tune", study, "--out", out, "--launcher", "srun '-n1", "--language", "en"));
        assertEquals(
                "--retries is only for --launcher",
                CommandRun.refused("tune", study, "--out", out, "--retries", 1, "--language", "en"));
        assertEquals(
                "--launcher cannot be used with --from-optuna",
                CommandRun.refused("tune", "--from-optuna", "a.journal", "--launcher", "true", "--language", "en"));
        assertEquals(
                "--retries must be a whole number from 0 to 100, got 101",
                CommandRun.refused(
                        "tune", study, "--out", out, "--launcher", "true", "--retries", 101, "--language", "en"));
    }
}
