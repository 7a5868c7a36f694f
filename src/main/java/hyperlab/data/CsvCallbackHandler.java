package hyperlab.data;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passes the cells of a CSV file on as they are scanned, without surrounding spaces and without creating strings. */
final class CsvCallbackHandler<R extends CsvCallbackHandler.CsvRowHandler>
        extends AbstractBaseCsvCallbackHandler<Boolean> {
    /** A header with more columns is rejected while it is read, so that an endless line does not use up the memory. */
    static final int MAX_COLUMNS = 20_000;

    private final String sourceName;
    private final boolean header;
    private final Function<Header, R> handlerFactory;
    private final List<String> names = new ArrayList<>();
    private @Nullable R rowHandler;

    /**
     * The names of the columns.
     *
     * @param names from the first row; {@code column1}, {@code column2}, … where it has none
     * @param line the line where that row begins, from 1
     */
    record Header(List<String> names, long line) {}

    /** Receives the rows below the header. */
    interface CsvRowHandler {
        void beginRow(long line);

        /**
         * Receives the next cell of the row. There may be more cells than the header has names.
         *
         * @param text the buffer that contains the cell during this call
         * @param to one past its last character
         */
        void handleCell(int column, char[] text, int from, int to);

        /** Called at the end of a row that has {@code cells} cells. */
        void endRow(int cells);
    }

    /**
     * @param header whether the first row has the names of the columns
     * @param handlerFactory creates the receiver of the rows from the names
     */
    CsvCallbackHandler(String sourceName, boolean header, Function<Header, R> handlerFactory) {
        this.sourceName = sourceName;
        this.header = header;
        this.handlerFactory = handlerFactory;
    }

    /** The receiver of the rows; the header must have been read. */
    R rowHandler() {
        return Objects.requireNonNull(rowHandler);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        if (rowHandler != null) {
            rowHandler.beginRow(startingLineNumber);
        }
    }

    @Override
    protected void handleField(int column, char[] text, int offset, int length, boolean quoted) {
        int from = offset;
        int to = offset + length;
        while (from < to && Character.isWhitespace(text[from])) {
            from++;
        }
        while (from < to && Character.isWhitespace(text[to - 1])) {
            to--;
        }
        if (rowHandler != null) {
            rowHandler.handleCell(column, text, from, to);
        } else if (column == MAX_COLUMNS) {
            throw new InvalidInputException(sourceName, Rule.CSV_TOO_MANY_COLUMNS);
        } else {
            names.add(new String(text, from, to - from));
        }
    }

    @Override
    protected Boolean buildRecord() {
        if (getRecordType() == RecordType.EMPTY) {
            return false;
        }
        if (rowHandler == null) {
            R handler = handlerFactory.apply(new Header(columnNames(), getStartingLineNumber()));
            rowHandler = handler;
            if (!header) {
                handleFirstRow(handler);
            }
        } else {
            rowHandler.endRow(getFieldCount());
        }
        return true;
    }

    private List<String> columnNames() {
        List<String> columnNames = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean named = header && !names.get(i).isEmpty();
            columnNames.add(named ? names.get(i) : unusedName("column" + (i + 1)));
        }
        return List.copyOf(columnNames);
    }

    /** The name, with underscores until no column in the header has it. */
    private String unusedName(String name) {
        return header && names.contains(name) ? unusedName(name + "_") : name;
    }

    private void handleFirstRow(R handler) {
        handler.beginRow(getStartingLineNumber());
        for (int i = 0; i < names.size(); i++) {
            char[] text = names.get(i).toCharArray();
            handler.handleCell(i, text, 0, text.length);
        }
        handler.endRow(names.size());
    }
}
