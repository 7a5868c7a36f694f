package hyperlab.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file written by a command, without quoted cells. */
record CsvOutput(List<String> header, List<List<String>> rows) {
    static CsvOutput read(Path file) throws IOException {
        return of(Files.readString(file));
    }

    static CsvOutput of(String text) {
        assertTrue(text.endsWith("\n"), "ends in a line's end");
        assertTrue(text.indexOf('\r') < 0, "has no carriage return");
        List<List<String>> lines =
                text.lines().map(line -> List.of(line.split(",", -1))).toList();
        return new CsvOutput(lines.get(0), lines.subList(1, lines.size()));
    }

    String cell(int row, String column) {
        return rows.get(row).get(header.indexOf(column));
    }

    double number(int row, String column) {
        return Double.parseDouble(cell(row, column));
    }
}
