package hyperlab.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import hyperlab.file.disk.InputFile;
import hyperlab.file.json.StrictJson;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.train.EpochReport;
import hyperlab.train.TrainingOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RunFolder} wrote: the experiment of a run, its history and how it ended. */
public final class RunFolderReader {
    private static final int MAX_OUTCOME_BYTES = 1 << 20;

    private RunFolderReader() {}

    /**
     * A finished run.
     *
     * @param document with paths relative to the folder
     * @param rows the reports in order, at least one
     * @param outcome how the run ended; null if the folder does not say
     */
    public record FinishedRun(
            Document document,
            List<EpochReport> rows,
            @Nullable TrainingOutcome outcome) {
        public FinishedRun {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Reads a run folder after checking its checksums.
     *
     * @throws InvalidInputException if the folder does not hold one complete run
     */
    public static FinishedRun read(Path folder) {
        RunManifest.check(folder);
        Path history = folder.resolve(RunFolder.HISTORY_FILE);
        List<EpochReport> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(history)) {
            csv.forEach(row -> rows.add(report(row)));
        } catch (IOException e) {
            throw InputFile.readError(history, e);
        } catch (UncheckedIOException e) {
            throw InputFile.readError(history, Objects.requireNonNull(e.getCause()));
        } catch (NumberFormatException | NoSuchElementException | CsvParseException e) {
            throw new InvalidInputException(folder.toString(), Rule.RUN_MIXED, RunFolder.HISTORY_FILE).withCause(e);
        }
        if (rows.isEmpty()) {
            throw new InvalidInputException(history.toString(), Rule.HISTORY_EMPTY);
        }
        Path ended = folder.resolve(RunManifest.OUTCOME_FILE);
        return new FinishedRun(
                Documents.read(folder.resolve(RunFolder.EXPERIMENT_FILE)),
                rows,
                HistoryFormat.outcome(StrictJson.object(InputFile.read(ended, MAX_OUTCOME_BYTES), ended.toString())));
    }

    private static EpochReport report(NamedCsvRecord row) {
        return new EpochReport(
                Integer.parseInt(row.getField("epoch")),
                Long.parseLong(row.getField("step")),
                number(row, "trainLoss"),
                number(row, "validationLoss"),
                number(row, "trainAccuracy"),
                number(row, "validationAccuracy"),
                number(row, "learningRate"),
                number(row, "trainSeconds"),
                number(row, "seconds"));
    }

    private static double number(NamedCsvRecord row, String column) {
        String cell = row.getField(column);
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
