package hyperlab.file.log;

import hyperlab.data.DecimalMark;
import hyperlab.log.LogColumn;
import hyperlab.log.LogColumns;
import hyperlab.log.LogFormat;
import hyperlab.log.LogQuantity;
import hyperlab.log.LogTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads logs that are text files with a table. */
abstract sealed class CsvLogReader implements LogReader
        permits WandbReader, MlflowReader, LightningReader, KerasReader, AnyCsvReader {
    private final LogFormat format;

    CsvLogReader(LogFormat format) {
        this.format = format;
    }

    @Override
    public final boolean accepts(LogSource source) {
        return accepts(source.table());
    }

    /** Whether the table is in this format. */
    abstract boolean accepts(LogSource.Table table);

    /** Any table of text may be in another format, so its loss and its positions must be known by their names. */
    @Override
    public final boolean recognizes(LogSource beginning) {
        if (beginning.firstCharacter() == '{' || !accepts(beginning)) {
            return false;
        }
        LogColumns guess = LogColumns.guess(read(beginning));
        boolean loss = guess.name(LogQuantity.TRAIN_LOSS) != null || guess.name(LogQuantity.VALIDATION_LOSS) != null;
        return loss && (guess.name(LogQuantity.EPOCH) != null || guess.name(LogQuantity.STEP) != null);
    }

    @Override
    public final LogTable read(LogSource source) {
        LogSource.Table table = source.table();
        return new LogTable(source.name(), format, columns(table), table.rows().size(), runs(table), table.truncated());
    }

    /** The columns of the table that have numbers. */
    List<LogColumn> columns(LogSource.Table table) {
        List<LogColumn> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < table.header().size(); index++) {
            String name = columnName(table.header().get(index), table);
            if (name == null) {
                continue;
            }
            ColumnBuilder column = new ColumnBuilder(unique(name, names));
            for (int row = 0; row < table.rows().size(); row++) {
                String[] fields = table.rows().get(row);
                Double value = index < fields.length ? number(fields[index], table.decimal()) : null;
                if (value != null) {
                    column.add(row, value);
                }
            }
            if (column.size() > 0) {
                columns.add(column.toColumn());
            }
        }
        return columns;
    }

    /** The name of a column as it is shown; null to leave it out. */
    @Nullable
    String columnName(String name, LogSource.Table table) {
        return name;
    }

    /** The number of runs that the table names. */
    int runs(LogSource.Table table) {
        return 1;
    }

    /** The name, or the name with a number if it is taken. */
    private static String unique(String name, Set<String> taken) {
        String free = name;
        for (int k = 2; !taken.add(free); k++) {
            free = name + " (" + k + ")";
        }
        return free;
    }

    /** The number in a cell, which may be NaN or infinite; null if there is none. */
    static @Nullable Double number(String cell, DecimalMark decimal) {
        String text = decimal == DecimalMark.COMMA ? cell.replace(',', '.') : cell;
        switch (text.toLowerCase(Locale.ROOT)) {
            case "", "na", "none", "null" -> {
                return null;
            }
            case "nan" -> {
                return Double.NaN;
            }
            case "inf", "+inf", "infinity" -> {
                return Double.POSITIVE_INFINITY;
            }
            case "-inf", "-infinity" -> {
                return Double.NEGATIVE_INFINITY;
            }
            default -> {
                return decimalNumber(text);
            }
        }
    }

    private static @Nullable Double decimalNumber(String text) {
        char last = text.charAt(text.length() - 1);
        if (!Character.isDigit(last) && last != '.') {
            return null;
        }
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whether the table has a column with this name, whatever its case. */
    static boolean has(LogSource.Table table, String name) {
        return table.header().stream().anyMatch(name::equalsIgnoreCase);
    }

    /** Whether a cell of the table is empty. */
    static boolean isSparse(LogSource.Table table) {
        int width = table.header().size();
        for (String[] row : table.rows()) {
            for (int i = 0; i < width; i++) {
                if (i >= row.length || row[i].isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }
}
