package hyperlab.nn.kernel;

import java.util.Arrays;

/** An elementwise activation function without learned parameters, applied to whole arrays. */
public interface ElementwiseFunction {
    /** y[i] = f(x[i]) for i &lt; length; x and y must be different arrays. */
    void forward(double[] x, double[] y, int length);

    /**
     * dx[i] = dy[i]·f′(x[i]) for i &lt; length, with y as computed by {@link #forward}; dx must be a different array
     * from the others.
     */
    void backward(double[] x, double[] y, double[] dy, double[] dx, int length);

    /** out[i] = f″(x[i]) for i &lt; length, with y as computed by {@link #forward}; 0 at a kink. */
    void secondDerivative(double[] x, double[] y, double[] out, int length);

    /** 1/(1 + e⁻ˣ). */
    final class Sigmoid implements ElementwiseFunction {
        private final ExponentialFunctions exponential = new ExponentialFunctions();

        @Override
        public void forward(double[] x, double[] y, int length) {
            exponential.sigmoid(x, y, length);
        }

        @Override
        public void backward(double[] x, double[] y, double[] dy, double[] dx, int length) {
            for (int i = 0; i < length; i++) {
                dx[i] = dy[i] * (y[i] * (1 - y[i]));
            }
        }

        @Override
        public void secondDerivative(double[] x, double[] y, double[] out, int length) {
            for (int i = 0; i < length; i++) {
                out[i] = y[i] * (1 - y[i]) * (1 - 2 * y[i]);
            }
        }
    }

    /** tanh x. */
    final class Tanh implements ElementwiseFunction {
        private final ExponentialFunctions exponential = new ExponentialFunctions();

        @Override
        public void forward(double[] x, double[] y, int length) {
            exponential.tanh(x, y, length);
        }

        @Override
        public void backward(double[] x, double[] y, double[] dy, double[] dx, int length) {
            for (int i = 0; i < length; i++) {
                dx[i] = dy[i] * (1 - y[i] * y[i]);
            }
        }

        @Override
        public void secondDerivative(double[] x, double[] y, double[] out, int length) {
            for (int i = 0; i < length; i++) {
                out[i] = -2 * y[i] * (1 - y[i] * y[i]);
            }
        }
    }

    /** max(0, x), f′(0) = 0. */
    final class Relu implements ElementwiseFunction {
        @Override
        public void forward(double[] x, double[] y, int length) {
            for (int i = 0; i < length; i++) {
                y[i] = Math.max(x[i], 0.0);
            }
        }

        @Override
        public void backward(double[] x, double[] y, double[] dy, double[] dx, int length) {
            for (int i = 0; i < length; i++) {
                dx[i] = dy[i] * Math.min(y[i] * 0x1p1000 * 0x1p1000, 1.0);
            }
        }

        @Override
        public void secondDerivative(double[] x, double[] y, double[] out, int length) {
            Arrays.fill(out, 0, length, 0);
        }
    }

    /** x for x &gt; 0, slope·x for x ≤ 0. */
    record LeakyRelu(double slope) implements ElementwiseFunction {
        @Override
        public void forward(double[] x, double[] y, int length) {
            for (int i = 0; i < length; i++) {
                y[i] = Math.max(x[i], 0.0) + slope * Math.min(x[i], 0.0);
            }
        }

        @Override
        public void backward(double[] x, double[] y, double[] dy, double[] dx, int length) {
            for (int i = 0; i < length; i++) {
                double mask = ElementwiseFunction.positiveMask(x[i]);
                dx[i] = dy[i] * (mask + slope * (1 - mask));
            }
        }

        @Override
        public void secondDerivative(double[] x, double[] y, double[] out, int length) {
            Arrays.fill(out, 0, length, 0);
        }
    }

    /** scale·x for x &gt; 0, scale·α(eˣ − 1) for x ≤ 0. */
    final class Elu implements ElementwiseFunction {
        private final ExponentialFunctions exponential = new ExponentialFunctions();
        private final double scaledAlpha;
        private final double scale;

        public Elu(double alpha, double scale) {
            this.scaledAlpha = scale * alpha;
            this.scale = scale;
        }

        @Override
        public void forward(double[] x, double[] y, int length) {
            for (int i = 0; i < length; i++) {
                y[i] = Math.min(x[i], 0.0);
            }
            exponential.expm1(y, y, length);
            for (int i = 0; i < length; i++) {
                y[i] = scale * Math.max(x[i], 0.0) + scaledAlpha * y[i];
            }
        }

        @Override
        public void backward(double[] x, double[] y, double[] dy, double[] dx, int length) {
            for (int i = 0; i < length; i++) {
                double mask = ElementwiseFunction.positiveMask(x[i]);
                dx[i] = dy[i] * (mask * scale + (1 - mask) * (Math.min(y[i], 0.0) + scaledAlpha));
            }
        }

        @Override
        public void secondDerivative(double[] x, double[] y, double[] out, int length) {
            for (int i = 0; i < length; i++) {
                out[i] = (1 - ElementwiseFunction.positiveMask(x[i])) * (Math.min(y[i], 0.0) + scaledAlpha);
            }
        }
    }

    /** x·min(max(x + 3, 0), 6)/6; f′(x) = 0 for x ≤ −3 and 1 for x ≥ 3. */
    final class Hardswish implements ElementwiseFunction {
        private static final double LIMIT = 3;

        @Override
        public void forward(double[] x, double[] y, int length) {
            for (int i = 0; i < length; i++) {
                double gate = Math.min(Math.max(x[i] + LIMIT, 0), 2 * LIMIT) / (2 * LIMIT);
                y[i] = Math.max(x[i], -LIMIT) * gate + 0.0;
            }
        }

        @Override
        public void backward(double[] x, double[] y, double[] dy, double[] dx, int length) {
            for (int i = 0; i < length; i++) {
                double aboveLow = ElementwiseFunction.positiveMask(x[i] + LIMIT);
                double belowHigh = ElementwiseFunction.positiveMask(LIMIT - x[i]);
                double clamped = Math.min(Math.max(x[i], -LIMIT), LIMIT);
                double between = (2 * clamped + LIMIT) / (2 * LIMIT);
                dx[i] = dy[i] * (aboveLow * (belowHigh * between + (1 - belowHigh)));
            }
        }

        @Override
        public void secondDerivative(double[] x, double[] y, double[] out, int length) {
            for (int i = 0; i < length; i++) {
                double aboveLow = ElementwiseFunction.positiveMask(x[i] + LIMIT);
                double belowHigh = ElementwiseFunction.positiveMask(LIMIT - x[i]);
                out[i] = aboveLow * belowHigh / LIMIT;
            }
        }
    }

    /**
     * 1 for x &gt; 0 and 0 for x ≤ 0, branch-free: the two factors together raise even the smallest positive double
     * above 1.
     */
    static double positiveMask(double x) {
        return Math.max(Math.min(x * 0x1p1000 * 0x1p1000, 1.0), 0.0);
    }
}
