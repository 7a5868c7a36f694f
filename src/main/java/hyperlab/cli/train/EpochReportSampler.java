package hyperlab.cli.train;

import hyperlab.train.EpochReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the reports of a run, in bounded memory. It keeps every report until there are too many, then
 * every second, fourth, and so on, and always the latest.
 */
public final class EpochReportSampler {
    private static final int MAX_REPORTS = 4_000;

    private final List<EpochReport> rows = new ArrayList<>();
    private int stride = 1;
    private EpochReport latest =
            new EpochReport(0, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0);

    void add(EpochReport report) {
        latest = report;
        if (report.epoch() % stride == 0) {
            rows.add(report);
        }
        if (rows.size() > MAX_REPORTS) {
            stride *= 2;
            rows.removeIf(row -> row.epoch() % stride != 0);
        }
    }

    EpochReport latest() {
        return latest;
    }

    /** Every k-th report, so that there are at most {@code maxReports}, and the latest. */
    List<EpochReport> reports(int maxReports) {
        int interval = Math.max(1, (rows.size() + maxReports - 1) / maxReports);
        List<EpochReport> some = new ArrayList<>();
        for (int k = 0; k < rows.size(); k += interval) {
            some.add(rows.get(k));
        }
        if (some.isEmpty() || !some.get(some.size() - 1).equals(latest)) {
            some.add(latest);
        }
        return some;
    }

    /** The report of the epoch, or the latest earlier one that was kept. */
    EpochReport reportAt(int epoch) {
        return epoch >= latest.epoch() ? latest : rows.get(epoch / stride);
    }
}
