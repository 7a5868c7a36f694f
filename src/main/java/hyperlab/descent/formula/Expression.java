package hyperlab.descent.formula;

/** A formula as a tree. At most {@link Formula#MOST_PARTS} nodes, so that walking down one never exhausts the stack. */
sealed interface Expression {
    /** Its value and derivatives where x and y are these. */
    Jet at(Jet x, Jet y);

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
    }

    /** x or y. */
    enum Variable implements Expression {
        X,
        Y;

        @Override
        public Jet at(Jet x, Jet y) {
            return this == X ? x : y;
        }
    }

    /** −a. */
    record Negation(Expression a) implements Expression {
        @Override
        public Jet at(Jet x, Jet y) {
            return a.at(x, y).negated();
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
    }

    /** The smaller or the larger of two. */
    record PairCall(Extreme function, Expression a, Expression b) implements Expression {
        @Override
        public Jet at(Jet x, Jet y) {
            return function.of(a.at(x, y), b.at(x, y));
        }
    }
}
