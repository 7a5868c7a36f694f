package hyperlab.log;

/**
 * What the curves of a log were read from, to read them again with other columns.
 *
 * @param table what is written in the log
 * @param columns which of its columns is which quantity
 */
public record LogOrigin(LogTable table, LogColumns columns) {}
