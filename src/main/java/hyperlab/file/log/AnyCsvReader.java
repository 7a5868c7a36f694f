package hyperlab.file.log;

import hyperlab.log.LogFormat;

/** Reads any table. */
final class AnyCsvReader extends CsvLogReader {
    AnyCsvReader() {
        super(LogFormat.CSV);
    }

    @Override
    boolean accepts(LogSource.Table table) {
        return true;
    }
}
