package hyperlab.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import hyperlab.data.DataDigest;
import hyperlab.data.DataSplit;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.disk.FolderLock;
import hyperlab.file.disk.InputFile;
import hyperlab.file.json.StrictJson;
import hyperlab.nn.Evaluation;
import hyperlab.nn.layer.LayerWeights;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The files of a run: {@code experiment.json}, {@code history.csv}, {@code weights.json}, {@code predictions.csv} and
 * {@code outcome.json}. For an ensemble, {@code weights.json} contains the first network, {@code weights-2.json} the
 * second, and so on. During the run each file is written under a temporary name, with memory use that does not grow
 * with the run. {@link #finish} moves all files to their final names. The last one is {@code outcome.json}, which has
 * the checksums of the others, so that {@link RunManifest#check} notices an interruption. If the folder is closed
 * before that, nothing remains and older files are unchanged. The folder is locked until it is closed. Numbers are
 * written as by {@link Double#toString}. Write errors are reported as an {@link InvalidInputException}, if possible as
 * soon as the folder is opened. Use by one thread at a time.
 */
public final class RunFolder implements Closeable {
    static final String HISTORY_FILE = "history.csv";
    static final String EXPERIMENT_FILE = "experiment.json";

    private static final List<String> HISTORY_HEADER = List.of(
            "epoch",
            "step",
            "trainLoss",
            "validationLoss",
            "trainAccuracy",
            "validationAccuracy",
            "learningRate",
            "trainSeconds",
            "seconds");

    private final Path folder;
    private final boolean createdFolder;
    private final FolderLock lock;
    private final DataSplit partition;
    private final List<AtomicFile> files = new ArrayList<>();
    private final AtomicFile experimentFile;
    private final AtomicFile historyFile;
    private final List<AtomicFile> weightsFiles = new ArrayList<>();
    private final AtomicFile predictionsFile;
    private final AtomicFile outcomeFile;
    private final CsvWriter history;

    private RunFolder(Path folder, int ensemble, DataSplit partition) throws IOException {
        this.folder = folder;
        this.partition = partition;
        this.createdFolder = !Files.exists(folder);
        Files.createDirectories(folder);
        this.lock = FolderLock.acquire(folder);
        boolean opened = false;
        try {
            experimentFile = open(EXPERIMENT_FILE);
            historyFile = open(HISTORY_FILE);
            for (int member = 0; member < ensemble; member++) {
                weightsFiles.add(open(weightsFileName(member)));
            }
            predictionsFile = open("predictions.csv");
            // The last file, because it lists the checksums of the others.
            outcomeFile = open(RunManifest.OUTCOME_FILE);
            history = csv(historyFile);
            opened = true;
        } finally {
            if (!opened) {
                close();
            }
        }
    }

    /**
     * Opens a folder, creating it if necessary, for a run of {@code document} on {@code partition}.
     *
     * @param document with paths relative to {@code folder}, see {@link RelativePaths}
     * @param version of the program that runs it
     */
    public static RunFolder open(Path folder, Document document, DataSplit partition, String version) {
        checkWritable(folder);
        try {
            int networks = document instanceof Document.OfExperiment match
                    ? match.experiment().ensemble()
                    : 1;
            RunFolder run = new RunFolder(folder, networks, partition);
            boolean opened = false;
            try {
                run.writeHeaders(document, version);
                opened = true;
            } finally {
                if (!opened) {
                    run.close();
                }
            }
            return run;
        } catch (IOException e) {
            throw AtomicFile.writeError(folder, e);
        }
    }

    /** Rejects a path where a run folder cannot be created; creates nothing. */
    public static void checkWritable(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InvalidInputException(folder.toString(), Rule.FOLDER_IS_FILE);
        }
        AtomicFile.checkWritable(folder.resolve(EXPERIMENT_FILE));
    }

    /** When the run that the folder holds was finished; empty if it holds none. */
    public static Optional<Instant> finishedAt(Path folder) {
        Path outcome = folder.resolve(RunManifest.OUTCOME_FILE);
        try {
            return Files.exists(outcome)
                    ? Optional.of(Files.getLastModifiedTime(outcome).toInstant())
                    : Optional.empty();
        } catch (IOException e) {
            throw InputFile.readError(outcome, e);
        }
    }

    private void writeHeaders(Document document, String version) {
        ObjectNode record = Documents.tree(document);
        record.put("dataSha256", DataDigest.sha256(partition.all()));
        record.put("version", version);
        put(experimentFile, StrictJson.format(record));
        writeRow(history, HISTORY_HEADER);
    }

    /** Adds a row to the history. */
    public void report(EpochReport report) {
        writeRow(history, historyRow(report));
    }

    /** The names of the columns of {@code history.csv}. */
    public static List<String> historyHeader() {
        return HISTORY_HEADER;
    }

    /** The cells of a row of {@code history.csv}. */
    public static List<String> historyRow(EpochReport report) {
        return List.of(
                Integer.toString(report.epoch()),
                Long.toString(report.step()),
                Double.toString(report.trainLoss()),
                Double.toString(report.validationLoss()),
                accuracy(report.trainAccuracy()),
                accuracy(report.validationAccuracy()),
                Double.toString(report.learningRate()),
                Double.toString(report.trainSeconds()),
                Double.toString(report.seconds()));
    }

    /** Finishes the record of a run without a test part; see the other overload. */
    public void finish(
            TrainingOutcome outcome, List<List<LayerWeights>> weights, DMatrixRMaj train, DMatrixRMaj validation) {
        finish(outcome, weights, List.of(train, validation, new DMatrixRMaj(0, train.numCols)), null);
    }

    /**
     * Finishes the record and moves all files to their final names.
     *
     * @param weights the weights of each member, which produced the predictions
     * @param predictions for the training, validation and test part, each samples × outputs
     * @param test evaluation on the test part; null if there is none
     */
    public void finish(
            TrainingOutcome outcome,
            List<List<LayerWeights>> weights,
            List<DMatrixRMaj> predictions,
            @Nullable Evaluation test) {
        try {
            for (int member = 0; member < weightsFiles.size(); member++) {
                WeightsFile.write(weightsFiles.get(member).stream(), weights.get(member));
            }
            try (CsvWriter csv = csv(predictionsFile)) {
                new PredictionRows(partition, predictions).forEach(row -> writeRow(csv, row));
            }
            history.close();
        } catch (IOException e) {
            throw AtomicFile.writeError(folder, e);
        }
        ObjectNode record = OutcomeFormat.write(outcome, test);
        RunManifest.put(record, sealParts());
        put(outcomeFile, StrictJson.format(record));
        outcomeFile.seal();
        AtomicFile.commitAll(files);
        deleteExtraMembers();
        AtomicFile.syncFolder(folder);
    }

    /** Forces all files but {@code outcome.json} to the disk; their checksums by file name. */
    private Map<String, String> sealParts() {
        Map<String, String> checksums = new HashMap<>();
        for (AtomicFile file : files) {
            if (file != outcomeFile) {
                checksums.put(file.name(), file.seal());
            }
        }
        return checksums;
    }

    /** Deletes the weights of members that an earlier run with a larger ensemble left in this folder. */
    private void deleteExtraMembers() {
        try {
            for (int member = weightsFiles.size(); member < Experiment.MAX_MEMBERS; member++) {
                Files.deleteIfExists(folder.resolve(weightsFileName(member)));
            }
        } catch (IOException e) {
            throw AtomicFile.writeError(folder, e);
        }
    }

    private static String weightsFileName(int member) {
        return WeightsFile.memberPath(Path.of("weights.json"), member).toString();
    }

    /** Deletes all files unless the run was finished. */
    @Override
    public void close() throws IOException {
        for (AtomicFile file : files) {
            file.close();
        }
        lock.close();
        if (createdFolder && Files.isDirectory(folder)) {
            try (var remaining = Files.list(folder)) {
                if (remaining.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(folder);
        }
    }

    private AtomicFile open(String name) {
        AtomicFile file = AtomicFile.open(folder.resolve(name));
        files.add(file);
        return file;
    }

    private static CsvWriter csv(AtomicFile file) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file.writer());
    }

    private void writeRow(CsvWriter csv, List<String> cells) {
        try {
            csv.writeRecord(cells);
        } catch (UncheckedIOException e) {
            throw AtomicFile.writeError(folder, Objects.requireNonNull(e.getCause()));
        }
    }

    private void put(AtomicFile file, String content) {
        try {
            file.stream().write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw AtomicFile.writeError(folder, e);
        }
    }

    private static String accuracy(double accuracy) {
        return Double.isNaN(accuracy) ? "" : Double.toString(accuracy);
    }
}
