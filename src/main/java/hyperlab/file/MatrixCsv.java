package hyperlab.file;

import hyperlab.file.disk.AtomicFile;
import java.nio.file.Path;

/** A CSV file with a matrix of numbers, without a header: one line per row, all digits. */
public final class MatrixCsv {
    private MatrixCsv() {}

    /** The CSV text of numbers in row-major order. */
    public static String text(int columns, double... numbers) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < numbers.length; k++) {
            text.append(numbers[k]).append((k + 1) % columns == 0 ? '\n' : ',');
        }
        return text.toString();
    }

    /** Replaces the file completely, or not at all; errors as in {@link AtomicFile#write}. */
    public static void write(Path path, int columns, double... numbers) {
        AtomicFile.write(path, text(columns, numbers));
    }
}
