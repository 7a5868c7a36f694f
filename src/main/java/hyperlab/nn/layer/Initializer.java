package hyperlab.nn.layer;

import hyperlab.nn.Activation;
import hyperlab.rule.Checks;
import hyperlab.rule.Component;
import hyperlab.rule.ConstantMapper;
import java.util.List;

/** How weights are initialized. Biases are initialized to 0. */
public sealed interface Initializer extends Component<Initializer> {
    /** All initializers with their default constants, in the order used in files. */
    static List<Initializer> all() {
        return List.of(Auto.DEFAULT, new Xavier(), new He(), new Zero(), Uniform.DEFAULT);
    }

    /**
     * The initializer with this name, with its default constants.
     *
     * @throws IllegalArgumentException if there is no such initializer
     */
    static Initializer byName(String name) {
        return Component.named(name, all());
    }

    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each initializer.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(Auto auto);

        R visit(Xavier xavier);

        R visit(He he);

        R visit(Zero zero);

        R visit(Uniform uniform);
    }

    /** He for the ReLU family ({@link Activation#isRectifier}), Xavier otherwise. */
    record Auto() implements Initializer {
        public static final Auto DEFAULT = new Auto();

        @Override
        public String name() {
            return "auto";
        }

        @Override
        public Auto mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Uniform in ±√(6/(fan-in + fan-out)) (Glorot and Bengio 2010, equation 16). */
    record Xavier() implements Initializer {
        @Override
        public String name() {
            return "xavier";
        }

        @Override
        public Xavier mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Normal with mean 0 and standard deviation √(2/fan-in) (He, Zhang, Ren and Sun 2015, equation 10). */
    record He() implements Initializer {
        @Override
        public String name() {
            return "he";
        }

        @Override
        public He mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** All weights are 0. */
    record Zero() implements Initializer {
        @Override
        public String name() {
            return "zero";
        }

        @Override
        public Zero mapConstants(ConstantMapper mapper) {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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

        @Override
        public Uniform mapConstants(ConstantMapper mapper) {
            return new Uniform(mapper.number(InitializerConstant.RANGE, range));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
