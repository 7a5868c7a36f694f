package hyperlab.data;

import hyperlab.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * Data made to order. Below, U(a, b) is a uniform draw, N a standard normal one, and z the noise. Row i of a
 * classification belongs to class i mod the number of classes, so classes are balanced in any leading part. Points are
 * drawn from the stream {@code data} and errors from {@code noise}, row by row: another noise moves the same points, and
 * more samples go on after the same first ones. Errors move what is stored and never the class. All functions are
 * StrictMath's.
 */
public enum Generator {
    /**
     * A disc (class 1) in a ring (class 0): radius U(0, 2.5) or U(3.5, 5), angle φ = U(0, 2π), point (r sin φ, r cos φ),
     * each coordinate moved by z·U(−5, 5).
     */
    CIRCLE("circle", Task.CLASSIFICATION, 2, 2) {
        @Override
        double row(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 2;
            double radius = label == 1 ? data.nextDouble(0, 2.5) : data.nextDouble(3.5, 5);
            polar(radius, data.nextDouble(0, 2 * Math.PI), point);
            jitter(5 * z, noise, point);
            return label;
        }
    },
    /**
     * Four squares; class 1 where both coordinates have one sign: each coordinate is U(0, 5) + 0.3 away from 0 to either
     * side, then moved by z·U(−5, 5).
     */
    XOR("xor", Task.CLASSIFICATION, 2, 2) {
        @Override
        double row(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 2;
            double x = data.nextDouble(-5, 5);
            double y = data.nextDouble(0, 5) + 0.3;
            point[0] = x > 0 ? x + 0.3 : x - 0.3;
            point[1] = x > 0 == (label == 1) ? y : -y;
            jitter(5 * z, noise, point);
            return label;
        }
    },
    /** Two round clouds, class 1 around (2, 2), class 0 around (−2, −2); each coordinate has variance 0.5 + 7z. */
    GAUSS("gauss", Task.CLASSIFICATION, 2, 2) {
        @Override
        double row(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 2;
            double centre = label == 1 ? 2 : -2;
            for (int k = 0; k < 2; k++) {
                point[k] = centre
                        + StrictMath.sqrt(0.5) * data.nextGaussian()
                        + StrictMath.sqrt(7 * z) * noise.nextGaussian();
            }
            return label;
        }
    },
    /**
     * Two arms of 1¾ turns: u = U(0, 1), radius 5u, angle φ = 3.5πu, and π more for class 0; point (r sin φ, r cos φ),
     * each coordinate moved by z·U(−1, 1).
     */
    SPIRAL("spiral", Task.CLASSIFICATION, 2, 2) {
        @Override
        double row(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 2;
            double along = data.nextDouble();
            polar(5 * along, 3.5 * Math.PI * along + (label == 1 ? 0 : Math.PI), point);
            jitter(z, noise, point);
            return label;
        }
    },
    /**
     * Two half circles that reach into each other, as scikit-learn's {@code make_moons}: with φ = U(0, π), class 0 is
     * (cos φ, sin φ), class 1 is (1 − cos φ, ½ − sin φ); each coordinate has an error of z·N. x in [−1, 2], y in
     * [−½, 1] without noise.
     */
    MOONS("moons", Task.CLASSIFICATION, 2, 2) {
        @Override
        double row(int i, double z, RandomStream data, RandomStream noise, double[] point) {
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
     * Three round clouds, a class each, around (0, 4), (−3.46, −2) and (3.46, −2), 4 from the origin; each coordinate
     * has standard deviation 0.6, then is moved by z·U(−5, 5).
     */
    BLOBS("blobs", Task.CLASSIFICATION, 2, 3) {
        @Override
        double row(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 3;
            polar(4, -2 * Math.PI * label / 3, point);
            point[0] += 0.6 * data.nextGaussian();
            point[1] += 0.6 * data.nextGaussian();
            jitter(5 * z, noise, point);
            return label;
        }
    },
    /**
     * A board of 4 × 4 squares of side 2.5 over [−5, 5]²; column c, row r from the lower left has class (c + r) mod 2.
     * A square of the class, a point U within it, each coordinate moved by z·U(−5, 5).
     */
    CHECKER("checker", Task.CLASSIFICATION, 2, 2) {
        @Override
        double row(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            int label = i % 2;
            int row = data.nextInt(4);
            int column = 2 * data.nextInt(2) + (row + label) % 2;
            point[0] = -5 + 2.5 * (column + data.nextDouble());
            point[1] = -5 + 2.5 * (row + data.nextDouble());
            jitter(5 * z, noise, point);
            return label;
        }
    },
    /** (x + y)/10 + z·N over x, y = U(−6, 6); in [−1.2, 1.2] without noise. */
    PLANE("plane", Task.REGRESSION, 2, 1) {
        @Override
        double row(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            point[0] = data.nextDouble(-6, 6);
            point[1] = data.nextDouble(-6, 6);
            return (point[0] + point[1]) / 10 + z * noise.nextGaussian();
        }
    },
    /**
     * Six cones of height 1 and radius 2 over x, y = U(−6, 6), at (±4, 2.5), (0, −2.5) upwards and (±4, −2.5), (0, 2.5)
     * downwards: ±max(0, 1 − distance/2), and 0 between, + z·N; in [−1, 1] without noise.
     */
    BUMPS("bumps", Task.REGRESSION, 2, 1) {
        @Override
        double row(int i, double z, RandomStream data, RandomStream noise, double[] point) {
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
    /** sin x + z·N over one feature x = U(−6, 6). */
    SINE("sine", Task.REGRESSION, 1, 1) {
        @Override
        double row(int i, double z, RandomStream data, RandomStream noise, double[] point) {
            point[0] = data.nextDouble(-6, 6);
            return StrictMath.sin(point[0]) + z * noise.nextGaussian();
        }
    };

    /** How many samples there are where none are asked for. */
    public static final int DEFAULT_SAMPLES = 500;

    private final String fileName;
    private final Task task;
    private final int features;
    private final int outputs;

    Generator(String fileName, Task task, int features, int outputs) {
        this.fileName = fileName;
        this.task = task;
        this.features = features;
        this.outputs = outputs;
    }

    /** The generator of this name. */
    public static Optional<Generator> named(String name) {
        return List.of(values()).stream().filter(g -> g.fileName.equals(name)).findFirst();
    }

    /** The name in files. */
    public String fileName() {
        return fileName;
    }

    /** What is to be predicted. */
    public Task task() {
        return task;
    }

    /** Features of a row: {@code x} and {@code y}, or {@code x} alone. */
    public int features() {
        return features;
    }

    /** The number of classes, or 1 for a regression. */
    public int outputs() {
        return outputs;
    }

    /**
     * That many rows; the classes are called 0, 1, … in the column {@code class}, a value is in the column {@code value}.
     *
     * @param samples ≥ 2
     * @param z the noise, ≥ 0
     * @param seed of the streams {@code data} and {@code noise}
     */
    public DataSet generate(int samples, double z, long seed) {
        RandomStream data = RandomStream.named(seed, "data");
        RandomStream noise = RandomStream.named(seed, "noise");
        DMatrixRMaj rows = new DMatrixRMaj(samples, features);
        double[] targets = new double[samples];
        double[] point = new double[features];
        for (int i = 0; i < samples; i++) {
            targets[i] = row(i, z, data, noise, point);
            for (int j = 0; j < features; j++) {
                rows.set(i, j, point[j]);
            }
        }
        List<String> classes = new ArrayList<>();
        for (int label = 0; task == Task.CLASSIFICATION && label < outputs; label++) {
            classes.add(Integer.toString(label));
        }
        String targetName = task == Task.CLASSIFICATION ? "class" : "value";
        return new DataSet(
                fileName, rows, targets, List.of("x", "y").subList(0, features), targetName, task, classes, 0, null);
    }

    /** Fills in the features of row {@code i} and gives its target. */
    abstract double row(int i, double z, RandomStream data, RandomStream noise, double[] point);

    private static void polar(double radius, double angle, double[] point) {
        point[0] = radius * StrictMath.sin(angle);
        point[1] = radius * StrictMath.cos(angle);
    }

    private static void jitter(double reach, RandomStream noise, double[] point) {
        point[0] += reach * noise.nextDouble(-1, 1);
        point[1] += reach * noise.nextDouble(-1, 1);
    }
}
