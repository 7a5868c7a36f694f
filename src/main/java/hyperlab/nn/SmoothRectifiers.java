package hyperlab.nn;

/**
 * Softplus and functions of the form x·gate(x) for whole arrays. A factor x is clamped to the range in which
 * {@link Exponential} or {@link NormalTail} still differ from their limits, to avoid 0·∞ for large |x|.
 */
final class SmoothRectifiers {
    private static final double FARTHEST = 708;

    private SmoothRectifiers() {}

    private static double held(double x, double limit) {
        return Math.min(Math.max(x, -FARTHEST), limit);
    }

    /** ln(1 + eˣ). */
    static final class Softplus implements Elementwise {
        private final Exponential exponential = new Exponential();

        @Override
        public void values(double[] x, double[] y, int length) {
            exponential.softplus(x, y, length);
        }

        @Override
        public void gradient(double[] x, double[] y, double[] dy, double[] dx, int length) {
            exponential.sigmoid(x, dx, length);
            for (int i = 0; i < length; i++) {
                dx[i] *= dy[i];
            }
        }

        @Override
        public void curvature(double[] x, double[] y, double[] out, int length) {
            exponential.expOfNegativeSize(x, out, length);
            for (int i = 0; i < length; i++) {
                double over = 1 / (1 + out[i]);
                out[i] *= over * over;
            }
        }
    }

    /** x·Φ(x) = max(x, 0) − |x|·Φ(−|x|). */
    static final class Gelu implements Elementwise {
        private final NormalTail normal = new NormalTail();
        private double[] tails = new double[0];

        @Override
        public void values(double[] x, double[] y, int length) {
            normal.tails(x, y, length);
            for (int i = 0; i < length; i++) {
                y[i] = Math.max(x[i], 0.0) - Math.min(Math.abs(x[i]), NormalTail.FARTHEST) * y[i];
            }
        }

        @Override
        public void gradient(double[] x, double[] y, double[] dy, double[] dx, int length) {
            if (tails.length < length) {
                tails = new double[length];
            }
            double[] tail = tails;
            normal.densitiesAndTails(x, dx, tail, length);
            for (int i = 0; i < length; i++) {
                double below = tail[i] + Elementwise.above(x[i]) * (1 - 2 * tail[i]);
                dx[i] = dy[i] * (below + held(x[i], FARTHEST) * dx[i]);
            }
        }

        @Override
        public void curvature(double[] x, double[] y, double[] out, int length) {
            normal.densities(x, out, length);
            for (int i = 0; i < length; i++) {
                double z = held(x[i], FARTHEST);
                out[i] *= 2 - z * z;
            }
        }
    }

    /** x·σ(x), with σ(x) = 1/(1 + u) or u/(1 + u) and σ′ = u/(1 + u)², u = e^(−|x|). */
    static final class Silu implements Elementwise {
        private final Exponential exponential = new Exponential();

        @Override
        public void values(double[] x, double[] y, int length) {
            exponential.sigmoid(x, y, length);
            for (int i = 0; i < length; i++) {
                y[i] *= Math.max(x[i], -FARTHEST);
            }
        }

        @Override
        public void gradient(double[] x, double[] y, double[] dy, double[] dx, int length) {
            exponential.expOfNegativeSize(x, dx, length);
            for (int i = 0; i < length; i++) {
                double u = dx[i];
                double over = 1 / (1 + u);
                double gate = (u + Elementwise.above(x[i]) * (1 - u)) * over;
                dx[i] = dy[i] * (gate + held(x[i], FARTHEST) * (u * over * over));
            }
        }

        @Override
        public void curvature(double[] x, double[] y, double[] out, int length) {
            exponential.expOfNegativeSize(x, out, length);
            for (int i = 0; i < length; i++) {
                double u = out[i];
                double over = 1 / (1 + u);
                out[i] = u * over * over * (2 - Math.min(Math.abs(x[i]), FARTHEST) * ((1 - u) * over));
            }
        }
    }

    /**
     * x·T(x), T = tanh(ln(1 + eˣ)) = n/(n + 2) with e = eˣ and n = e(e + 2), so that T′ = 4e(1 + e)/(n + 2)² and T″ =
     * T′·(1 − σ − 2Tσ) with σ = e/(1 + e).
     */
    static final class Mish implements Elementwise {
        /** From this x on, T equals 1 in double precision. */
        private static final double ONE_FROM = 40;

        private final Exponential exponential = new Exponential();

        @Override
        public void values(double[] x, double[] y, int length) {
            exponentials(x, y, length);
            for (int i = 0; i < length; i++) {
                double n = y[i] * (y[i] + 2);
                y[i] = Math.max(x[i], -FARTHEST) * (n / (n + 2));
            }
        }

        @Override
        public void gradient(double[] x, double[] y, double[] dy, double[] dx, int length) {
            exponentials(x, dx, length);
            for (int i = 0; i < length; i++) {
                double e = dx[i];
                double over = 1 / (e * (e + 2) + 2);
                double slope = 4 * e * (1 + e) * over * over;
                dx[i] = dy[i] * (e * (e + 2) * over + held(x[i], ONE_FROM) * slope);
            }
        }

        @Override
        public void curvature(double[] x, double[] y, double[] out, int length) {
            exponentials(x, out, length);
            for (int i = 0; i < length; i++) {
                double e = out[i];
                double over = 1 / (e * (e + 2) + 2);
                double slope = 4 * e * (1 + e) * over * over;
                double gate = e / (1 + e);
                double bend = 1 - gate - 2 * gate * (e * (e + 2) * over);
                out[i] = slope * (2 + held(x[i], ONE_FROM) * bend);
            }
        }

        private void exponentials(double[] x, double[] to, int length) {
            for (int i = 0; i < length; i++) {
                to[i] = Math.min(x[i], ONE_FROM);
            }
            exponential.exp(to, to, length);
        }
    }
}
