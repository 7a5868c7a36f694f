package hyperlab.nn.kernel;

/**
 * Softplus and functions of the form x·gate(x) for whole arrays. A factor x is clamped to the range in which
 * {@link ExponentialFunctions} or {@link StandardNormal} still differ from their limits, to avoid 0·∞ for large |x|.
 */
public final class SmoothRectifiers {
    private static final double MAX_ABS_X = 708;

    private SmoothRectifiers() {}

    private static double clamp(double x, double limit) {
        return Math.min(Math.max(x, -MAX_ABS_X), limit);
    }

    /** ln(1 + eˣ). */
    public static final class Softplus implements ElementwiseFunction {
        private final ExponentialFunctions exponential = new ExponentialFunctions();

        @Override
        public void forward(double[] x, double[] y, int length) {
            exponential.softplus(x, y, length);
        }

        @Override
        public void backward(double[] x, double[] y, double[] dy, double[] dx, int length) {
            exponential.sigmoid(x, dx, length);
            for (int i = 0; i < length; i++) {
                dx[i] *= dy[i];
            }
        }

        @Override
        public void secondDerivative(double[] x, double[] y, double[] out, int length) {
            exponential.expOfNegativeAbs(x, out, length);
            for (int i = 0; i < length; i++) {
                double reciprocal = 1 / (1 + out[i]);
                out[i] *= reciprocal * reciprocal;
            }
        }
    }

    /** x·Φ(x) = max(x, 0) − |x|·Φ(−|x|). */
    public static final class Gelu implements ElementwiseFunction {
        private final StandardNormal normal = new StandardNormal();
        private double[] tails = new double[0];

        @Override
        public void forward(double[] x, double[] y, int length) {
            normal.tails(x, y, length);
            for (int i = 0; i < length; i++) {
                y[i] = Math.max(x[i], 0.0) - Math.min(Math.abs(x[i]), StandardNormal.MAX_X) * y[i];
            }
        }

        @Override
        public void backward(double[] x, double[] y, double[] dy, double[] dx, int length) {
            if (tails.length < length) {
                tails = new double[length];
            }
            double[] tail = tails;
            normal.densitiesAndTails(x, dx, tail, length);
            for (int i = 0; i < length; i++) {
                double below = tail[i] + ElementwiseFunction.positiveMask(x[i]) * (1 - 2 * tail[i]);
                dx[i] = dy[i] * (below + clamp(x[i], MAX_ABS_X) * dx[i]);
            }
        }

        @Override
        public void secondDerivative(double[] x, double[] y, double[] out, int length) {
            normal.densities(x, out, length);
            for (int i = 0; i < length; i++) {
                double z = clamp(x[i], MAX_ABS_X);
                out[i] *= 2 - z * z;
            }
        }
    }

    /** x·σ(x), with σ(x) = 1/(1 + u) or u/(1 + u) and σ′ = u/(1 + u)², u = e^(−|x|). */
    public static final class Silu implements ElementwiseFunction {
        private final ExponentialFunctions exponential = new ExponentialFunctions();

        @Override
        public void forward(double[] x, double[] y, int length) {
            exponential.sigmoid(x, y, length);
            for (int i = 0; i < length; i++) {
                y[i] *= Math.max(x[i], -MAX_ABS_X);
            }
        }

        @Override
        public void backward(double[] x, double[] y, double[] dy, double[] dx, int length) {
            exponential.expOfNegativeAbs(x, dx, length);
            for (int i = 0; i < length; i++) {
                double u = dx[i];
                double reciprocal = 1 / (1 + u);
                double gate = (u + ElementwiseFunction.positiveMask(x[i]) * (1 - u)) * reciprocal;
                dx[i] = dy[i] * (gate + clamp(x[i], MAX_ABS_X) * (u * reciprocal * reciprocal));
            }
        }

        @Override
        public void secondDerivative(double[] x, double[] y, double[] out, int length) {
            exponential.expOfNegativeAbs(x, out, length);
            for (int i = 0; i < length; i++) {
                double u = out[i];
                double reciprocal = 1 / (1 + u);
                out[i] = u
                        * reciprocal
                        * reciprocal
                        * (2 - Math.min(Math.abs(x[i]), MAX_ABS_X) * ((1 - u) * reciprocal));
            }
        }
    }

    /**
     * x·T(x), T = tanh(ln(1 + eˣ)) = n/(n + 2) with e = eˣ and n = e(e + 2), so that T′ = 4e(1 + e)/(n + 2)² and T″ =
     * T′·(1 − σ − 2Tσ) with σ = e/(1 + e).
     */
    public static final class Mish implements ElementwiseFunction {
        /** From this x on, T equals 1 in double precision. */
        private static final double SATURATION_X = 40;

        private final ExponentialFunctions exponential = new ExponentialFunctions();

        @Override
        public void forward(double[] x, double[] y, int length) {
            exponentials(x, y, length);
            for (int i = 0; i < length; i++) {
                double n = y[i] * (y[i] + 2);
                y[i] = Math.max(x[i], -MAX_ABS_X) * (n / (n + 2));
            }
        }

        @Override
        public void backward(double[] x, double[] y, double[] dy, double[] dx, int length) {
            exponentials(x, dx, length);
            for (int i = 0; i < length; i++) {
                double e = dx[i];
                double reciprocal = 1 / (e * (e + 2) + 2);
                double slope = 4 * e * (1 + e) * reciprocal * reciprocal;
                dx[i] = dy[i] * (e * (e + 2) * reciprocal + clamp(x[i], SATURATION_X) * slope);
            }
        }

        @Override
        public void secondDerivative(double[] x, double[] y, double[] out, int length) {
            exponentials(x, out, length);
            for (int i = 0; i < length; i++) {
                double e = out[i];
                double reciprocal = 1 / (e * (e + 2) + 2);
                double slope = 4 * e * (1 + e) * reciprocal * reciprocal;
                double gate = e / (1 + e);
                double gateFactor = 1 - gate - 2 * gate * (e * (e + 2) * reciprocal);
                out[i] = slope * (2 + clamp(x[i], SATURATION_X) * gateFactor);
            }
        }

        private void exponentials(double[] x, double[] to, int length) {
            for (int i = 0; i < length; i++) {
                to[i] = Math.min(x[i], SATURATION_X);
            }
            exponential.exp(to, to, length);
        }
    }
}
