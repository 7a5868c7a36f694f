package hyperlab.descent.formula;

/** A formula as a tree. At most {@link Formula#MOST_PARTS} nodes, so that walking down one never exhausts the stack. */
sealed interface Expression {
    /** Its value and derivatives where x and y are these. */
    Jet at(Jet x, Jet y);

    /** Its value alone, the same to the last bit as that of {@link #at}, for whoever needs many. */
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

    /** π or e. */
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

    /** x or y. */
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

    /** Two expressions with a sign between them. */
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

    /** What stands between two expressions. */
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

    /** The smaller or the larger of two. */
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
