package hyperlab.cli;

import hyperlab.export.ContributionReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Prints what each tuned key of a case contributed, in columns. */
final class ContributionTable {
    private static final String GAP = "  ";

    private ContributionTable() {}

    /** The lines of the table; empty if no key was changed or set back alone. */
    static List<String> lines(ContributionReport report) {
        if (report.isEmpty()) {
            return List.of();
        }
        List<ContributionReport.ContributionRow> rows = new ArrayList<>();
        rows.add(report.header());
        rows.addAll(report.rows());
        int names = width(rows, ContributionReport.ContributionRow::name);
        int changed = width(rows, ContributionReport.ContributionRow::changedAlone);
        return rows.stream()
                .map(row -> (pad(row.name(), names) + GAP + pad(row.changedAlone(), changed) + GAP + row.setBackAlone())
                        .stripTrailing())
                .toList();
    }

    private static int width(
            List<ContributionReport.ContributionRow> rows,
            Function<ContributionReport.ContributionRow, String> column) {
        return rows.stream()
                .map(column)
                .mapToInt(ContributionTable::columns)
                .max()
                .orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - columns(text));
    }

    /** The number of columns of a terminal that a text takes: two for each Korean syllable. */
    private static int columns(String text) {
        return text.codePoints()
                .map(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL ? 2 : 1)
                .sum();
    }
}
