package hyperlab.diagnosis;

import hyperlab.data.DataSet;
import hyperlab.random.RandomStream;
import java.util.Arrays;

/** Some rows in place of all, so that a measurement costs no more than a bound. */
public final class Rows {
    private Rows() {}

    /** {@code most} rows drawn without replacement, in their old order; the part itself if it has no more. */
    public static DataSet atMost(DataSet part, int most, RandomStream stream) {
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
