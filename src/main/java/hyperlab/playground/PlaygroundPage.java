package hyperlab.playground;

import hyperlab.nn.LayerWeights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What the original's page shows of a network: its output over the square from −{@value #REACH} to {@value #REACH},
 * sampled at {@value #DENSITY} × {@value #DENSITY} points (playground.ts, {@code xDomain} and {@code DENSITY}), the
 * data points on it, and the losses as text. The link's display settings {@code discretize} and {@code showTestData}
 * apply. Not thread-safe.
 */
public final class PlaygroundPage {
    /** Half the side length of the square; the page draws nothing outside. */
    public static final double REACH = 6;

    /** The number of samples per side, including both ends. */
    public static final int DENSITY = 100;

    /** The page's names of the two axes. */
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
     * Computes the output at each sample; 1 or −1 if the link is discretized.
     *
     * @param weights the weights of a run of this link
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

    /** The coordinate of a sample, computed like d3's linear scale. */
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

    /** The training points on the square. */
    public List<PlaygroundPoint> training() {
        return seen(points.subList(0, link.data().training()));
    }

    /** The test points on the square; empty unless the link shows them. */
    public List<PlaygroundPoint> test() {
        return link.display().showTestData() ? seen(points.subList(link.data().training(), points.size())) : List.of();
    }

    private static List<PlaygroundPoint> seen(List<PlaygroundPoint> part) {
        return part.stream()
                .filter(point -> Math.abs(point.x()) <= REACH && Math.abs(point.y()) <= REACH)
                .toList();
    }

    /** Formats a loss like the page: {@code toFixed(3)}, which rounds ties up. */
    public static String shown(double loss) {
        return Double.isFinite(loss)
                ? new BigDecimal(loss).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString()
                : Double.toString(loss);
    }
}
