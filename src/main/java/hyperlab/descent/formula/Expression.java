package hyperlab.descent.formula;

/**
 * The syntax tree of a formula. It has at most {@link Formula#MOST_PARTS} nodes, so recursion never overflows the
 * stack.
 */
sealed interface Expression {
    /** Returns the value and derivatives for these x and y. */
    Jet at(Jet x, Jet y);

    /** Returns only the value, which is bit-identical to that of {@link #at}; faster when many values are needed. */
    double value(double x, double y);

    /**
     * A number.
     *
     * @param value finite and ≥ 0
     */
    record Literal(double value) implements Expression {
        @Override
        public Jet at(Jet x, Jet y) {
            return Jet.constant(value);
        }

        @Override
        public double value(double x, double y) {
            return value;
        }
    }

    /** The constant π or e. */
    enum Constant implements Expression {
        PI(Math.PI),
        E(Math.E);

        private final double value;

        Constant(double value) {
            this.value = value;
        }

        @Override
        public Jet at(Jet x, Jet y) {
            return Jet.constant(value);
        }

        @Override
        public double value(double x, double y) {
            return value;
        }
    }

    /** The variable x or y. */
    enum Variable implements Expression {
        X,
        Y;

        @Override
        public Jet at(Jet x, Jet y) {
            return this == X ? x : y;
        }

        @Override
        public double value(double x, double y) {
            return this == X ? x : y;
        }
    }

    /** −a. */
    record Negation(Expression a) implements Expression {
        @Override
        public Jet at(Jet x, Jet y) {
            return a.at(x, y).negated();
        }

        @Override
        public double value(double x, double y) {
            return -a.value(x, y);
        }
    }

    /** Two expressions joined by a binary operator. */
    record Binary(Sign sign, Expression a, Expression b) implements Expression {
        @Override
        public Jet at(Jet x, Jet y) {
            Jet left = a.at(x, y);
            Jet right = b.at(x, y);
            return switch (sign) {
                case PLUS -> left.plus(right);
                case MINUS -> left.minus(right);
                case TIMES -> left.times(right);
                case OVER -> left.over(right);
                case POWER -> left.power(right);
            };
        }

        @Override
        public double value(double x, double y) {
            double left = a.value(x, y);
            double right = b.value(x, y);
            return switch (sign) {
                case PLUS -> left + right;
                case MINUS -> left - right;
                case TIMES -> left * right;
                case OVER -> left / right;
                case POWER -> Jet.power(left, right);
            };
        }
    }

    /** A binary operator. */
    enum Sign {
        PLUS,
        MINUS,
        TIMES,
        OVER,
        POWER
    }

    /** A function of one argument. */
    record Call(Elementary function, Expression a) implements Expression {
        @Override
        public Jet at(Jet x, Jet y) {
            return function.of(a.at(x, y));
        }

        @Override
        public double value(double x, double y) {
            return function.value(a.value(x, y));
        }
    }

    /** The minimum or maximum of two expressions. */
    record PairCall(Extreme function, Expression a, Expression b) implements Expression {
        @Override
        public Jet at(Jet x, Jet y) {
            return function.of(a.at(x, y), b.at(x, y));
        }

        @Override
        public double value(double x, double y) {
            return function.value(a.value(x, y), b.value(x, y));
        }
    }
}
