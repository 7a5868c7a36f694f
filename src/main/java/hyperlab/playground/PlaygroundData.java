package hyperlab.playground;

import hyperlab.data.PredictionTask;
import java.util.ArrayList;
import java.util.List;

/** The original's two-dimensional data sets. */
public enum PlaygroundData {
    /** A disk of radius 2.5 inside a ring from 3.5 to 5. */
    CIRCLE("circle", PredictionTask.CLASSIFICATION) {
        @Override
        void fill(List<PlaygroundPoint> points, int samples, double noise, SeedRandom random) {
            ring(points, samples / 2, 0, RADIUS * 0.5, noise, random);
            ring(points, samples / 2, RADIUS * 0.7, RADIUS, noise, random);
        }
    },
    /** A square whose diagonally opposite quadrants have the same class. */
    XOR("xor", PredictionTask.CLASSIFICATION) {
        @Override
        void fill(List<PlaygroundPoint> points, int samples, double noise, SeedRandom random) {
            for (int k = 0; k < samples; k++) {
                double x = addPadding(random.next(-RADIUS, RADIUS));
                double y = addPadding(random.next(-RADIUS, RADIUS));
                double noisyX = x + random.next(-RADIUS, RADIUS) * noise;
                double noisyY = y + random.next(-RADIUS, RADIUS) * noise;
                points.add(new PlaygroundPoint(x, y, noisyX * noisyY >= 0 ? 1 : -1));
            }
        }
    },
    /** Two Gaussian clusters, centered at (2, 2) and (−2, −2), with a variance of 0.5 that grows with the noise. */
    GAUSS("gauss", PredictionTask.CLASSIFICATION) {
        @Override
        void fill(List<PlaygroundPoint> points, int samples, double noise, SeedRandom random) {
            double t = noise / 0.5;
            double variance = 0.5 * (1 - t) + 4 * t;
            for (int label = 1; label >= -1; label -= 2) {
                for (int k = 0; k < samples / 2; k++) {
                    double x = random.nextNormal(2 * label, variance);
                    double y = random.nextNormal(2 * label, variance);
                    points.add(new PlaygroundPoint(x, y, label));
                }
            }
        }
    },
    /** Two spiral arms of 1.75 turns. */
    SPIRAL("spiral", PredictionTask.CLASSIFICATION) {
        @Override
        void fill(List<PlaygroundPoint> points, int samples, double noise, SeedRandom random) {
            double arm = samples / 2.0;
            for (int label = 1; label >= -1; label -= 2) {
                double rotation = label == 1 ? 0 : Math.PI;
                for (int k = 0; k < arm; k++) {
                    double radius = k / arm * RADIUS;
                    double angle = 1.75 * k / arm * 2 * Math.PI + rotation;
                    double x = radius * StrictMath.sin(angle) + random.next(-1, 1) * noise;
                    double y = radius * StrictMath.cos(angle) + random.next(-1, 1) * noise;
                    points.add(new PlaygroundPoint(x, y, label));
                }
            }
        }
    },
    /** (x + y)/10. */
    REG_PLANE("reg-plane", PredictionTask.REGRESSION) {
        @Override
        void fill(List<PlaygroundPoint> points, int samples, double noise, SeedRandom random) {
            square(points, samples, noise, random, (x, y) -> {
                double t = (x + y + 10) / 20;
                return -1 * (1 - t) + t;
            });
        }
    },
    /** Six cones of alternating sign. */
    REG_GAUSS("reg-gauss", PredictionTask.REGRESSION) {
        @Override
        void fill(List<PlaygroundPoint> points, int samples, double noise, SeedRandom random) {
            square(points, samples, noise, random, PlaygroundData::cones);
        }
    };

    private static final double RADIUS = 5;
    private static final double REGRESSION_RADIUS = 6;
    private static final double PADDING = 0.3;
    private static final int CLASSIFICATION_SAMPLES = 500;
    private static final int REGRESSION_SAMPLES = 1200;

    private final String fileName;
    private final PredictionTask task;

    PlaygroundData(String fileName, PredictionTask task) {
        this.fileName = fileName;
        this.task = task;
    }

    /** The name in links. */
    public String fileName() {
        return fileName;
    }

    public PredictionTask task() {
        return task;
    }

    /** The number of points: 500 for classification, 1200 for regression. */
    public int samples() {
        return task == PredictionTask.CLASSIFICATION ? CLASSIFICATION_SAMPLES : REGRESSION_SAMPLES;
    }

    /**
     * Generates the points in order. Random numbers for the noise are used even if the noise is 0.
     *
     * @param noise the noise as a fraction, 0.25 for the link's 25
     */
    List<PlaygroundPoint> points(double noise, SeedRandom random) {
        List<PlaygroundPoint> points = new ArrayList<>(samples());
        fill(points, samples(), noise, random);
        return points;
    }

    abstract void fill(List<PlaygroundPoint> points, int samples, double noise, SeedRandom random);

    /** Generates points in a ring. Noise is added only to determine the label; the point itself stays the same. */
    private static void ring(
            List<PlaygroundPoint> points, int samples, double inner, double outer, double noise, SeedRandom random) {
        for (int k = 0; k < samples; k++) {
            double radius = random.next(inner, outer);
            double angle = random.next(0, 2 * Math.PI);
            double x = radius * StrictMath.sin(angle);
            double y = radius * StrictMath.cos(angle);
            double noisyX = x + random.next(-RADIUS, RADIUS) * noise;
            double noisyY = y + random.next(-RADIUS, RADIUS) * noise;
            points.add(new PlaygroundPoint(x, y, Math.sqrt(noisyX * noisyX + noisyY * noisyY) < RADIUS * 0.5 ? 1 : -1));
        }
    }

    private static double addPadding(double value) {
        return value + (value > 0 ? PADDING : -PADDING);
    }

    @FunctionalInterface
    private interface TargetFunction {
        double at(double x, double y);
    }

    private static void square(
            List<PlaygroundPoint> points, int samples, double noise, SeedRandom random, TargetFunction surface) {
        for (int k = 0; k < samples; k++) {
            double x = random.next(-REGRESSION_RADIUS, REGRESSION_RADIUS);
            double y = random.next(-REGRESSION_RADIUS, REGRESSION_RADIUS);
            double noiseX = random.next(-REGRESSION_RADIUS, REGRESSION_RADIUS) * noise;
            double noiseY = random.next(-REGRESSION_RADIUS, REGRESSION_RADIUS) * noise;
            points.add(new PlaygroundPoint(x, y, surface.at(x + noiseX, y + noiseY)));
        }
    }

    /**
     * The value ±max(0, 1 − d/2) with the largest magnitude over six centers, where d is the distance to a center. The
     * signs alternate over x = −4, 0, 4 and y = ±2.5.
     */
    private static double cones(double x, double y) {
        double label = 0;
        int sign = 1;
        for (double centerY = 2.5; centerY >= -2.5; centerY -= 5) {
            for (double centerX = -4; centerX <= 4; centerX += 4) {
                double dx = x - centerX;
                double dy = y - centerY;
                double t = Math.max(0, Math.min(1, Math.sqrt(dx * dx + dy * dy) / 2));
                double height = sign * (1 - t);
                if (Math.abs(height) > Math.abs(label)) {
                    label = height;
                }
                sign = -sign;
            }
        }
        return label;
    }
}
