package hyperlab.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import hyperlab.file.disk.AtomicFile;
import hyperlab.train.Quantiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * {@code seeds.csv}: the spread of several runs' histories, one row per epoch. In addition to {@code epoch} and
 * {@code runs} (the number of runs with that epoch), it has five columns for each quantity, such as
 * {@code trainLossMedian}, {@code trainLossLowerQuartile}, {@code trainLossUpperQuartile}, {@code trainLossMinimum} and
 * {@code trainLossMaximum}; see {@link Quantiles}. A run that stopped early or diverged is included up to the end of
 * its own history. Cells are empty if a history's cell is empty.
 */
public final class SeedsFile {
    public static final String NAME = "seeds.csv";

    private static final List<String> QUANTITIES =
            List.of("trainLoss", "validationLoss", "trainAccuracy", "validationAccuracy");
    private static final List<String> STATISTICS =
            List.of("Median", "LowerQuartile", "UpperQuartile", "Minimum", "Maximum");

    private SeedsFile() {}

    /**
     * Writes the file from the histories of the runs. All histories are read in parallel, so that memory use does not
     * grow with their length.
     *
     * @param folders the folders of the runs, at least one
     */
    public static void write(Path file, List<Path> folders) {
        List<CsvReader<NamedCsvRecord>> readers = new ArrayList<>();
        try (AtomicFile out = AtomicFile.open(file)) {
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out.writer())) {
                for (Path folder : folders) {
                    readers.add(CsvReader.builder().ofNamedCsvRecord(folder.resolve(RunFolder.HISTORY_FILE)));
                }
                write(csv, readers.stream().map(Iterable::iterator).toList());
            } finally {
                for (CsvReader<NamedCsvRecord> reader : readers) {
                    reader.close();
                }
            }
            out.commit();
        } catch (IOException e) {
            throw AtomicFile.writeError(file, e);
        } catch (UncheckedIOException e) {
            throw AtomicFile.writeError(file, Objects.requireNonNull(e.getCause()));
        }
    }

    private static void write(CsvWriter csv, List<Iterator<NamedCsvRecord>> histories) {
        List<String> header = new ArrayList<>(List.of("epoch", "runs"));
        QUANTITIES.forEach(quantity -> STATISTICS.forEach(statistic -> header.add(quantity + statistic)));
        csv.writeRecord(header);
        List<NamedCsvRecord> rows = next(histories);
        while (!rows.isEmpty()) {
            List<String> cells = new ArrayList<>();
            cells.add(rows.get(0).getField("epoch"));
            cells.add(Integer.toString(rows.size()));
            for (String quantity : QUANTITIES) {
                cells.addAll(spread(rows, quantity));
            }
            csv.writeRecord(cells);
            rows = next(histories);
        }
    }

    /** The next row of each history that has one. */
    private static List<NamedCsvRecord> next(List<Iterator<NamedCsvRecord>> histories) {
        return histories.stream().filter(Iterator::hasNext).map(Iterator::next).toList();
    }

    private static List<String> spread(List<NamedCsvRecord> rows, String quantity) {
        List<String> cells = rows.stream().map(row -> row.getField(quantity)).toList();
        if (cells.contains("")) {
            return STATISTICS.stream().map(statistic -> "").toList();
        }
        Quantiles spread =
                Quantiles.of(cells.stream().mapToDouble(Double::parseDouble).toArray());
        return List.of(
                Double.toString(spread.median()),
                Double.toString(spread.lower()),
                Double.toString(spread.upper()),
                Double.toString(spread.minimum()),
                Double.toString(spread.maximum()));
    }
}
