package hyperlab.cli;

import hyperlab.train.EpochReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the reports of a run for its GIFs, in bounded memory. It keeps every report until there are too many, then
 * every second, fourth, and so on, and always the latest.
 */
final class FilmRows {
    private static final int MOST = 4_000;

    private final List<EpochReport> rows = new ArrayList<>();
    private int stride = 1;
    private EpochReport newest =
            new EpochReport(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);

    void add(EpochReport report) {
        newest = report;
        if (report.epoch() % stride == 0) {
            rows.add(report);
        }
        if (rows.size() > MOST) {
            stride *= 2;
            rows.removeIf(row -> row.epoch() % stride != 0);
        }
    }

    EpochReport newest() {
        return newest;
    }

    /** The report of the epoch, or the latest earlier one that was kept. */
    EpochReport at(int epoch) {
        return epoch >= newest.epoch() ? newest : rows.get(epoch / stride);
    }
}
