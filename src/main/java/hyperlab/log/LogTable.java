package hyperlab.log;

import java.util.List;
import java.util.Optional;

/**
 * What is written in a log, before its columns are interpreted.
 *
 * @param name a name for the log, from its file
 * @param columns the columns that have numbers, in the order of the file
 * @param rows how many rows there are
 * @param runs how many runs the file names; 1 if it names none
 * @param truncated whether the file ends in the middle of a row or record, which is left out
 */
public record LogTable(String name, LogFormat format, List<LogColumn> columns, int rows, int runs, boolean truncated) {
    public LogTable {
        columns = List.copyOf(columns);
    }

    public List<String> names() {
        return columns.stream().map(LogColumn::name).toList();
    }

    public Optional<LogColumn> column(String columnName) {
        return columns.stream().filter(each -> each.name().equals(columnName)).findFirst();
    }
}
