package hyperlab.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.disk.InputFile;
import hyperlab.file.json.JsonObjectReader;
import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.tune.JobResult;
import hyperlab.tune.TrialCurve;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of one process that trains one trial of a study: {@code trial.json} says what to train; {@code started}
 * appears when the process begins, so that a second process cannot work in the same folder; {@code result.json}
 * appears as a whole at the end; {@code output.txt} has what the process printed. The folder lies in {@code trials} in
 * the folder of the study, whose {@code study.json} has the other settings.
 *
 * @param path the absolute path
 */
public record TrialFolder(Path path) {
    private static final String TRIALS = "trials";
    private static final String ORDER = "trial.json";
    private static final String STARTED = "started";
    private static final String RESULT = "result.json";
    private static final String FORMAT = "hyperlab-trial/1";
    private static final String RESULT_FORMAT = "hyperlab-trial-result/1";
    private static final String VERSION = "version";
    private static final String CURVE = "curve";
    private static final int MAX_BYTES = 1 << 20;

    /** A process has no result for a trial that it cannot train. */
    private static final JobResult.JobOutcome[] OUTCOMES = {
        JobResult.JobOutcome.COMPLETED, JobResult.JobOutcome.DIVERGED
    };

    /** Makes the path absolute. */
    public TrialFolder {
        path = path.toAbsolutePath().normalize();
    }

    /**
     * What a process has to train.
     *
     * @param trial its number, from 0
     * @param epochs in total, from the start of the trial
     * @param values of the searched keys, as text, in order
     */
    public record Order(int trial, int epochs, Map<String, String> values) {
        private String prefix() {
            return "trial-" + trial + "-epochs-" + epochs + "-attempt-";
        }
    }

    /**
     * What a process has found.
     *
     * @param curve of the trial, from its start; empty for a test function
     */
    public record TrainedTrial(JobResult result, TrialCurve curve) {}

    /**
     * Creates the folder of a new process. Its name differs from that of every earlier process.
     *
     * @throws InvalidInputException if it cannot be written
     */
    public static TrialFolder create(Path studyFolder, Order order) {
        Path trials = studyFolder.resolve(TRIALS);
        try {
            Files.createDirectories(trials.toAbsolutePath());
            int attempt = 1;
            while (true) {
                try {
                    TrialFolder created =
                            new TrialFolder(Files.createDirectory(trials.resolve(order.prefix() + attempt)));
                    AtomicFile.write(created.path.resolve(ORDER), StrictJson.format(write(order)));
                    return created;
                } catch (FileAlreadyExistsException earlier) {
                    attempt++;
                }
            }
        } catch (IOException e) {
            throw AtomicFile.writeError(trials, e);
        }
    }

    /** The folders of all processes that were to do this. */
    public static List<TrialFolder> find(Path studyFolder, Order order) {
        Path trials = studyFolder.resolve(TRIALS);
        List<TrialFolder> found = new ArrayList<>();
        if (Files.isDirectory(trials)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(trials, order.prefix() + "*")) {
                folders.forEach(folder -> found.add(new TrialFolder(folder)));
            } catch (IOException e) {
                throw InputFile.readError(trials, e);
            }
        }
        return found;
    }

    /** The folder that the folders of all processes of a study lie in. */
    public static Path all(Path studyFolder) {
        return studyFolder.resolve(TRIALS);
    }

    /** Deletes the folder of all processes if none has left anything. */
    public static void deleteEmpty(Path studyFolder) {
        // Fails if it is not empty.
        all(studyFolder).toFile().delete();
    }

    /** The file for what the process prints. */
    public Path output() {
        return path.resolve("output.txt");
    }

    /** The folder of the study. */
    public Path studyFolder() {
        Path trials = path.getParent();
        return Optional.ofNullable(trials == null ? null : trials.getParent()).orElse(path);
    }

    /** The settings of the study. */
    public TuningStudy study() {
        return StudyFolder.read(studyFolder());
    }

    /** What to train. */
    public Order order() {
        Path file = path.resolve(ORDER);
        JsonObjectReader keys = reader(file, FORMAT);
        int trial = keys.integer("trial", 0, 0, TuningStudy.MAX_TRIALS);
        int epochs = keys.integerAtLeast("epochs", 1, 1);
        Map<String, String> values = keys.object("values", inner -> {
            Map<String, String> texts = new LinkedHashMap<>();
            inner.keyNames().forEach(key -> texts.put(key, inner.text(key, "")));
            return texts;
        });
        keys.rejectUnknownKeys();
        return new Order(trial, epochs, values);
    }

    /**
     * Reserves the folder for this process.
     *
     * @throws InvalidInputException if another process has it
     */
    public void start() {
        try {
            Files.createFile(path.resolve(STARTED));
        } catch (FileAlreadyExistsException taken) {
            throw new InvalidInputException(path.toString(), Rule.TRIAL_TAKEN).withCause(taken);
        } catch (IOException e) {
            throw AtomicFile.writeError(path, e);
        }
    }

    /** Writes the result of a trial that has ended. */
    public void write(TrainedTrial trained, String version) {
        JobResult result = trained.result();
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("format", RESULT_FORMAT)
                .put(VERSION, version)
                .put("state", result.outcome().fileName())
                .put("reached", result.epochs())
                // As text, because a loss can be infinite.
                .put("value", Double.toString(result.value()))
                .put("seconds", result.seconds());
        if (!trained.curve().steps().isEmpty()) {
            node.set(CURVE, TrialCurveFormat.write(trained.curve()));
        }
        AtomicFile.write(path.resolve(RESULT), StrictJson.format(node));
    }

    /** Whether there is a result, which may be incomplete. */
    public boolean hasResult() {
        return Files.exists(path.resolve(RESULT));
    }

    /** Deletes the result of a process that failed nevertheless. */
    public void deleteResult() {
        try {
            Files.deleteIfExists(path.resolve(RESULT));
        } catch (IOException e) {
            throw AtomicFile.writeError(path, e);
        }
    }

    /**
     * The result of the process.
     *
     * @param version the version that must have trained it
     * @throws InvalidInputException if there is no complete result of that version
     */
    public TrainedTrial result(String version) {
        Path file = path.resolve(RESULT);
        JsonObjectReader keys = reader(file, RESULT_FORMAT);
        String trainedBy = keys.text(VERSION, "");
        if (!trainedBy.equals(version)) {
            throw new InvalidInputException(file.toString(), Rule.OTHER_VERSION, trainedBy, version);
        }
        for (String key : List.of("state", "reached", "value", "seconds")) {
            if (!keys.has(key)) {
                throw new InvalidInputException(key, Rule.REQUIRED);
            }
        }
        JobResult result = new JobResult(
                keys.oneOf("state", OUTCOMES, JobResult.JobOutcome::fileName, JobResult.JobOutcome.COMPLETED),
                keys.integerAtLeast("reached", 0, 0),
                value(keys),
                keys.number("seconds", 0));
        TrialCurve curve = keys.has(CURVE) ? keys.object(CURVE, TrialCurveFormat::read) : TrialCurve.EMPTY;
        keys.rejectUnknownKeys();
        return new TrainedTrial(result, curve);
    }

    private static double value(JsonObjectReader keys) {
        String text = keys.text("value", "");
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("value", Rule.NUMBER, text).withCause(e);
        }
    }

    /** Deletes the folder, which may be gone already. */
    public void delete() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // What is left does no harm.
            return;
        }
    }

    private static JsonObjectReader reader(Path file, String format) {
        JsonObjectReader keys =
                new JsonObjectReader(StrictJson.object(InputFile.read(file, MAX_BYTES), file.toString()));
        keys.knownFormat(List.of(format));
        return keys;
    }

    private static JsonNode write(Order order) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("format", FORMAT)
                .put("trial", order.trial())
                .put("epochs", order.epochs());
        ObjectNode values = node.putObject("values");
        order.values().forEach((key, value) -> values.put(key, value));
        return node;
    }
}
