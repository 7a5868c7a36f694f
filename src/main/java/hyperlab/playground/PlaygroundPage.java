package hyperlab.playground;

import hyperlab.nn.LayerWeights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What the original's page shows of a network: its output over the square from −{@value #REACH} to {@value #REACH}, taken at
 * {@value #DENSITY} × {@value #DENSITY} places (playground.ts, {@code xDomain} and {@code DENSITY}), the points on it, and
 * the losses as text. What the link says of its display holds: {@code discretize} and {@code showTestData}. Not for more
 * than one thread.
 */
public final class PlaygroundPage {
    /** The square's half side: the page draws nothing beyond. */
    public static final double REACH = 6;

    /** Places along a side, both borders among them. */
    public static final int DENSITY = 100;

    /** What the page calls the two axes. */
    public static final List<String> AXES = List.of("X₁", "X₂");

    private static final int DECIMALS = 3;

    private final PlaygroundLink link;
    private final PlaygroundNetwork network;
    private final List<PlaygroundPoint> points;
    private final double[] inputs;

    public PlaygroundPage(PlaygroundLink link) {
        this.link = link;
        SeedRandom random = new SeedRandom(link.data().seed());
        points = List.copyOf(PlaygroundPartition.points(link.data(), random));
        network = PlaygroundNetwork.of(link, random);
        inputs = new double[link.network().inputs().size()];
    }

    /**
     * The output at each place, 1 or −1 where the link has it discretized.
     *
     * @param weights that a run of this link has had
     * @return {@code DENSITY²} × 1, row by row from (−{@value #REACH}, −{@value #REACH})
     */
    public DMatrixRMaj outputs(List<LayerWeights> weights) {
        network.load(weights);
        DMatrixRMaj outputs = new DMatrixRMaj(DENSITY * DENSITY, 1);
        for (int row = 0; row < DENSITY; row++) {
            for (int column = 0; column < DENSITY; column++) {
                double output = output(place(column), place(row));
                outputs.data[row * DENSITY + column] = link.display().discretize() ? output >= 0 ? 1 : -1 : output;
            }
        }
        return outputs;
    }

    /** As d3's linear scale has it. */
    private static double place(int step) {
        double share = step / (DENSITY - 1.0);
        return -REACH * (1 - share) + REACH * share;
    }

    private double output(double x, double y) {
        int next = 0;
        for (PlaygroundInput input : link.network().inputs()) {
            inputs[next++] = input.of(x, y);
        }
        return network.output(inputs, 0);
    }

    /** The training points that lie on the square. */
    public List<PlaygroundPoint> training() {
        return seen(points.subList(0, link.data().training()));
    }

    /** The test points that lie on the square; none unless the link shows them. */
    public List<PlaygroundPoint> test() {
        return link.display().showTestData() ? seen(points.subList(link.data().training(), points.size())) : List.of();
    }

    private static List<PlaygroundPoint> seen(List<PlaygroundPoint> part) {
        return part.stream()
                .filter(point -> Math.abs(point.x()) <= REACH && Math.abs(point.y()) <= REACH)
                .toList();
    }

    /** A loss as the page prints it: {@code toFixed(3)}, whose ties go up. */
    public static String shown(double loss) {
        return Double.isFinite(loss)
                ? new BigDecimal(loss).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString()
                : Double.toString(loss);
    }
}
