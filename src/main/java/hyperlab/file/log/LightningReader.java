package hyperlab.file.log;

import hyperlab.log.LogFormat;

/**
 * Reads the {@code metrics.csv} of Lightning's {@code CSVLogger}. Each row has the epoch and the step, and only the
 * metrics that were logged together: most cells are empty.
 */
final class LightningReader extends CsvLogReader {
    LightningReader() {
        super(LogFormat.LIGHTNING);
    }

    @Override
    boolean accepts(LogSource.Table table) {
        return has(table, "epoch") && has(table, "step") && isSparse(table);
    }
}
