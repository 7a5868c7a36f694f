package hyperlab.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import hyperlab.file.disk.AtomicFile;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code trials.csv}: the trials of a study as a table. */
public final class TrialsFile {
    private TrialsFile() {}

    /** One row per finished trial, as in the file. */
    public static String text(TuningStudy study, List<TrialRecord> rows) {
        StringWriter text = new StringWriter();
        try {
            write(text, study, rows);
        } catch (IOException e) {
            // All I/O is in memory.
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Writer writer, TuningStudy study, List<TrialRecord> rows) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        List<String> header = new ArrayList<>(List.of("trial", "state", "epochs", "value", "seconds"));
        header.addAll(study.space().keys());
        csv.writeRecord(header);
        for (TrialRecord row : rows) {
            if (row.state().isFinal()) {
                List<String> cells = new ArrayList<>(List.of(
                        Integer.toString(row.trial()),
                        row.state().fileName(),
                        Integer.toString(row.epochs()),
                        Double.isNaN(row.value()) ? "" : Double.toString(row.value()),
                        Double.toString(row.seconds())));
                cells.addAll(row.values().values());
                csv.writeRecord(cells);
            }
        }
        csv.flush();
    }

    /** Writes one row per finished trial to {@code path} atomically. */
    public static void write(Path path, TuningStudy study, List<TrialRecord> rows) {
        try (AtomicFile file = AtomicFile.open(path)) {
            write(file.writer(), study, rows);
            file.commit();
        } catch (IOException e) {
            throw AtomicFile.writeError(path, e);
        } catch (UncheckedIOException e) {
            throw AtomicFile.writeError(path, Optional.ofNullable(e.getCause()).orElseThrow());
        }
    }
}
