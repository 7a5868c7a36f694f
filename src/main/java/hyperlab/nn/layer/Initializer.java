package hyperlab.nn.layer;

import hyperlab.nn.Activation;
import hyperlab.rule.Checks;

/** How weights are initialized. Biases are initialized to 0. */
public sealed interface Initializer {
    /** The name in files: {@code auto}, {@code xavier}, {@code he}, {@code zero}, {@code uniform}. */
    String name();

    /** He for the ReLU family ({@link Activation#isRectifier}), Xavier otherwise. */
    record Auto() implements Initializer {
        public static final Auto DEFAULT = new Auto();

        @Override
        public String name() {
            return "auto";
        }
    }

    /** Uniform in ±√(6/(fan-in + fan-out)) (Glorot and Bengio 2010, equation 16). */
    record Xavier() implements Initializer {
        @Override
        public String name() {
            return "xavier";
        }
    }

    /** Normal with mean 0 and standard deviation √(2/fan-in) (He, Zhang, Ren and Sun 2015, equation 10). */
    record He() implements Initializer {
        @Override
        public String name() {
            return "he";
        }
    }

    /** All weights are 0. */
    record Zero() implements Initializer {
        @Override
        public String name() {
            return "zero";
        }
    }

    /**
     * Uniform in [−range, range).
     *
     * @param range &gt; 0
     */
    record Uniform(double range) implements Initializer {
        public static final Uniform DEFAULT = new Uniform(0.5);

        public Uniform {
            Checks.positive("range", range);
        }

        @Override
        public String name() {
            return "uniform";
        }
    }
}
