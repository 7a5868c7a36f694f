package hyperlab.data;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * Synthetic data sets. Below, U(a, b) is a uniform draw, N is a standard normal draw, and z is the noise. Row i of a
 * classification belongs to class i mod the number of classes, so any leading part of the rows is balanced. Points are
 * drawn from the stream {@code data} and errors from the stream {@code noise}, row by row: a different noise moves the
 * same points, and more samples extend the same sequence. Errors change the stored numbers, never the class. All
 * mathematical functions are those of StrictMath.
 */
public enum DataGenerator {
    /**
     * A disk (class 1) in a ring (class 0): radius U(0, 2.5) or U(3.5, 5), angle φ = U(0, 2π), point (r sin φ, r cos
     * φ), with z·U(−5, 5) added to each coordinate.
     */
    CIRCLE("circle", PredictionTask.CLASSIFICATION, 2, 2) {
        @Override
        double generateRow(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 2;
            double radius = label == 1 ? data.nextDouble(0, 2.5) : data.nextDouble(3.5, 5);
            polar(radius, data.nextDouble(0, 2 * Math.PI), point);
            jitter(5 * z, noise, point);
            return label;
        }
    },
    /**
     * Four squares, with class 1 where both coordinates have the same sign: each coordinate is U(0, 5) + 0.3 in
     * absolute value, with z·U(−5, 5) added.
     */
    XOR("xor", PredictionTask.CLASSIFICATION, 2, 2) {
        @Override
        double generateRow(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 2;
            double x = data.nextDouble(-5, 5);
            double y = data.nextDouble(0, 5) + 0.3;
            point[0] = x > 0 ? x + 0.3 : x - 0.3;
            point[1] = x > 0 == (label == 1) ? y : -y;
            jitter(5 * z, noise, point);
            return label;
        }
    },
    /** Two round clouds, class 1 around (2, 2) and class 0 around (−2, −2); each coordinate has variance 0.5 + 7z. */
    GAUSS("gauss", PredictionTask.CLASSIFICATION, 2, 2) {
        @Override
        double generateRow(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 2;
            double center = label == 1 ? 2 : -2;
            for (int k = 0; k < 2; k++) {
                point[k] = center
                        + StrictMath.sqrt(0.5) * data.nextGaussian()
                        + StrictMath.sqrt(7 * z) * noise.nextGaussian();
            }
            return label;
        }
    },
    /**
     * Two arms of 1¾ turns: u = U(0, 1), radius 5u, angle φ = 3.5πu, plus π for class 0; point (r sin φ, r cos φ), with
     * z·U(−1, 1) added to each coordinate.
     */
    SPIRAL("spiral", PredictionTask.CLASSIFICATION, 2, 2) {
        @Override
        double generateRow(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 2;
            double armPosition = data.nextDouble();
            polar(5 * armPosition, 3.5 * Math.PI * armPosition + (label == 1 ? 0 : Math.PI), point);
            jitter(z, noise, point);
            return label;
        }
    },
    /**
     * Two interleaving half circles, like scikit-learn's {@code make_moons}: with φ = U(0, π), class 0 is (cos φ, sin
     * φ) and class 1 is (1 − cos φ, ½ − sin φ); each coordinate has an error of z·N. Without noise, x is in [−1, 2] and
     * y is in [−½, 1].
     */
    MOONS("moons", PredictionTask.CLASSIFICATION, 2, 2) {
        @Override
        double generateRow(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 2;
            double angle = data.nextDouble(0, Math.PI);
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            point[0] = label == 0 ? cos : 1 - cos;
            point[1] = label == 0 ? sin : 0.5 - sin;
            point[0] += z * noise.nextGaussian();
            point[1] += z * noise.nextGaussian();
            return label;
        }
    },
    /**
     * Three round clouds, one for each class, around (0, 4), (−3.46, −2) and (3.46, −2), at distance 4 from the origin;
     * each coordinate has standard deviation 0.6, with z·U(−5, 5) added.
     */
    BLOBS("blobs", PredictionTask.CLASSIFICATION, 2, 3) {
        @Override
        double generateRow(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 3;
            polar(4, -2 * Math.PI * label / 3, point);
            point[0] += 0.6 * data.nextGaussian();
            point[1] += 0.6 * data.nextGaussian();
            jitter(5 * z, noise, point);
            return label;
        }
    },
    /**
     * A board of 4 × 4 squares with side 2.5 over [−5, 5]²; the square in column c and row r, counted from the lower
     * left, has class (c + r) mod 2. The point is uniform within a random square of its class, with z·U(−5, 5) added to
     * each coordinate.
     */
    CHECKER("checker", PredictionTask.CLASSIFICATION, 2, 2) {
        @Override
        double generateRow(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 2;
            int row = data.nextInt(4);
            int column = 2 * data.nextInt(2) + (row + label) % 2;
            point[0] = -5 + 2.5 * (column + data.nextDouble());
            point[1] = -5 + 2.5 * (row + data.nextDouble());
            jitter(5 * z, noise, point);
            return label;
        }
    },
    /** (x + y)/10 + z·N for x, y = U(−6, 6); in [−1.2, 1.2] without noise. */
    PLANE("plane", PredictionTask.REGRESSION, 2, 1) {
        @Override
        double generateRow(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            point[0] = data.nextDouble(-6, 6);
            point[1] = data.nextDouble(-6, 6);
            return (point[0] + point[1]) / 10 + z * noise.nextGaussian();
        }
    },
    /**
     * Six cones of height 1 and radius 2 for x, y = U(−6, 6): upward at (±4, 2.5) and (0, −2.5), downward at (±4, −2.5)
     * and (0, 2.5). The value is ±max(0, 1 − distance/2) in a cone, 0 between them, + z·N; in [−1, 1] without noise.
     */
    BUMPS("bumps", PredictionTask.REGRESSION, 2, 1) {
        @Override
        double generateRow(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            point[0] = data.nextDouble(-6, 6);
            point[1] = data.nextDouble(-6, 6);
            double value = 0;
            for (int column = -1; column <= 1; column++) {
                for (int side = -1; side <= 1; side += 2) {
                    double distance = StrictMath.hypot(point[0] - 4 * column, point[1] - 2.5 * side);
                    int sign = column == 0 ? -side : side;
                    value += sign * Math.max(0, 1 - distance / 2);
                }
            }
            return value + z * noise.nextGaussian();
        }
    },
    /** sin x + z·N for one feature x = U(−6, 6). */
    SINE("sine", PredictionTask.REGRESSION, 1, 1) {
        @Override
        double generateRow(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            point[0] = data.nextDouble(-6, 6);
            return StrictMath.sin(point[0]) + z * noise.nextGaussian();
        }
    };

    /** The default number of samples. */
    public static final int DEFAULT_SAMPLES = 500;

    private final String fileName;
    private final PredictionTask task;
    private final int features;
    private final int outputs;

    DataGenerator(String fileName, PredictionTask task, int features, int outputs) {
        this.fileName = fileName;
        this.task = task;
        this.features = features;
        this.outputs = outputs;
    }

    /** Returns the generator with this name. */
    public static Optional<DataGenerator> named(String name) {
        return List.of(values()).stream().filter(g -> g.fileName.equals(name)).findFirst();
    }

    /** The name used in files. */
    public String fileName() {
        return fileName;
    }

    /** Whether the target is a class or a number. */
    public PredictionTask task() {
        return task;
    }

    /** The number of features of a row: {@code x} and {@code y}, or only {@code x}. */
    public int features() {
        return features;
    }

    /** The number of classes, or 1 for regression. */
    public int outputs() {
        return outputs;
    }

    /**
     * Generates a data set. The classes are named 0, 1, … and the target column is {@code class}; for a regression the
     * target column is {@code value}.
     *
     * @param samples ≥ 2
     * @param z the noise, ≥ 0
     * @param seed the seed of the streams {@code data} and {@code noise}
     */
    public DataSet generate(int samples, double z, long seed) {
        RandomStream data = RandomStream.named(seed, "data");
        RandomStream noise = RandomStream.named(seed, "noise");
        DMatrixRMaj rows = new DMatrixRMaj(samples, features);
        double[] targets = new double[samples];
        double[] point = new double[features];
        for (int i = 0; i < samples; i++) {
            targets[i] = generateRow(i, z, data, noise, point);
            for (int j = 0; j < features; j++) {
                rows.set(i, j, point[j]);
            }
        }
        List<String> classes = new ArrayList<>();
        for (int label = 0; task == PredictionTask.CLASSIFICATION && label < outputs; label++) {
            classes.add(Integer.toString(label));
        }
        String targetName = task == PredictionTask.CLASSIFICATION ? "class" : "value";
        List<String> names = List.of("x", "y").subList(0, features);
        return new DataSet(fileName, rows, targets, new DataSet.Columns(names, targetName, task, classes));
    }

    /** Writes the features of row {@code i} to {@code point} and returns its target. */
    abstract double generateRow(int i, double z, RandomStream data, RandomStream noise, double[] point);

    private static void polar(double radius, double angle, double[] point) {
        point[0] = radius * StrictMath.sin(angle);
        point[1] = radius * StrictMath.cos(angle);
    }

    private static void jitter(double amplitude, RandomStream noise, double[] point) {
        point[0] += amplitude * noise.nextDouble(-1, 1);
        point[1] += amplitude * noise.nextDouble(-1, 1);
    }
}
