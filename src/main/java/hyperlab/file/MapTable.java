package hyperlab.file;

import java.nio.file.Path;

/** Numbers in rows and columns as a CSV file without a header: all digits, a line a row. */
public final class MapTable {
    private MapTable() {}

    /** The text of such a file. */
    public static String text(int columns, double... numbers) {
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < numbers.length; k++) {
            text.append(numbers[k]).append((k + 1) % columns == 0 ? '\n' : ',');
        }
        return text.toString();
    }

    /** Replaces the file as a whole, or not at all; refusals as {@link SafeFile#write}. */
    public static void write(Path path, int columns, double... numbers) {
        SafeFile.write(path, text(columns, numbers));
    }
}
