package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.random.RandomStream;
import java.util.Arrays;

/** Draws a subset of the rows to bound the cost of a measurement. */
public final class RowSampler {
    private RowSampler() {}

    /**
     * Returns {@code most} rows drawn without replacement, in their original order, or {@code part} itself if it has no
     * more.
     */
    public static DataSet sample(DataSet part, int most, RandomStream stream) {
        if (part.samples() <= most) {
            return part;
        }
        int[] order = new int[part.samples()];
        Arrays.setAll(order, row -> row);
        stream.shuffle(order);
        int[] rows = Arrays.copyOf(order, most);
        Arrays.sort(rows);
        return part.rows(rows);
    }
}
