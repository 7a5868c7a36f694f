package hyperlab.playground;

import hyperlab.nn.layer.LayerWeights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * What the original's page shows of a network: its output over the square from −{@value #HALF_SIDE} to
 * {@value #HALF_SIDE}, sampled at {@value #SAMPLES_PER_SIDE} × {@value #SAMPLES_PER_SIDE} points (playground.ts,
 * {@code xDomain} and {@code DENSITY}), the data points on it, and the losses as text. The link's display settings
 * {@code discretize} and {@code showTestData} apply. Not thread-safe.
 */
public final class PlaygroundPage {
    /** Half the side length of the square; the page draws nothing outside. */
    public static final double HALF_SIDE = 6;

    /** The number of samples per side, including both ends. */
    public static final int SAMPLES_PER_SIDE = 100;

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
     * @return {@value #SAMPLES_PER_SIDE}² × 1, row by row from (−{@value #HALF_SIDE}, −{@value #HALF_SIDE})
     */
    public DMatrixRMaj outputs(List<LayerWeights> weights) {
        network.load(weights);
        DMatrixRMaj outputs = new DMatrixRMaj(SAMPLES_PER_SIDE * SAMPLES_PER_SIDE, 1);
        for (int row = 0; row < SAMPLES_PER_SIDE; row++) {
            for (int column = 0; column < SAMPLES_PER_SIDE; column++) {
                double output = output(coordinate(column), coordinate(row));
                outputs.data[row * SAMPLES_PER_SIDE + column] =
                        link.display().discretize() ? output >= 0 ? 1 : -1 : output;
            }
        }
        return outputs;
    }

    /** The coordinate of a sample, computed like d3's linear scale. */
    private static double coordinate(int step) {
        double share = step / (SAMPLES_PER_SIDE - 1.0);
        return -HALF_SIDE * (1 - share) + HALF_SIDE * share;
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
        return visible(points.subList(0, link.data().trainingCount()));
    }

    /** The test points on the square; empty unless the link shows them. */
    public List<PlaygroundPoint> test() {
        return link.display().showTestData()
                ? visible(points.subList(link.data().trainingCount(), points.size()))
                : List.of();
    }

    private static List<PlaygroundPoint> visible(List<PlaygroundPoint> part) {
        return part.stream()
                .filter(point -> Math.abs(point.x()) <= HALF_SIDE && Math.abs(point.y()) <= HALF_SIDE)
                .toList();
    }

    /** Formats a loss like the page: {@code toFixed(3)}, which rounds ties up. */
    public static String formatLoss(double loss) {
        return Double.isFinite(loss)
                ? new BigDecimal(loss).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString()
                : Double.toString(loss);
    }
}
