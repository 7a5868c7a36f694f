package hyperlab.descent.formula;

/**
 * The syntax tree of a formula. It has at most {@link Formula#MAX_NODES} nodes, so recursion never overflows the
 * stack.
 */
sealed interface Expression {
    /** Returns the value and derivatives for these x and y. */
    Jet evaluate(Jet x, Jet y);

    /**
     * Returns only the value, which is bit-identical to that of {@link #evaluate}; faster when many values are needed.
     */
    double value(double x, double y);

    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each kind of expression.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(Literal literal);

        R visit(Constant constant);

        R visit(Variable variable);

        R visit(Negation negation);

        R visit(Binary binary);

        R visit(Call call);

        R visit(MinMaxCall call);
    }

    /**
     * A number.
     *
     * @param value finite and ≥ 0
     */
    record Literal(double value) implements Expression {
        @Override
        public Jet evaluate(Jet x, Jet y) {
            return Jet.constant(value);
        }

        @Override
        public double value(double x, double y) {
            return value;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
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
        public Jet evaluate(Jet x, Jet y) {
            return Jet.constant(value);
        }

        @Override
        public double value(double x, double y) {
            return value;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The variable x or y. */
    enum Variable implements Expression {
        X,
        Y;

        @Override
        public Jet evaluate(Jet x, Jet y) {
            return this == X ? x : y;
        }

        @Override
        public double value(double x, double y) {
            return this == X ? x : y;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** −a. */
    record Negation(Expression a) implements Expression {
        @Override
        public Jet evaluate(Jet x, Jet y) {
            return a.evaluate(x, y).negated();
        }

        @Override
        public double value(double x, double y) {
            return -a.value(x, y);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Two expressions joined by a binary operator. */
    record Binary(Operator operator, Expression a, Expression b) implements Expression {
        @Override
        public Jet evaluate(Jet x, Jet y) {
            Jet left = a.evaluate(x, y);
            Jet right = b.evaluate(x, y);
            return switch (operator) {
                case PLUS -> left.plus(right);
                case MINUS -> left.minus(right);
                case TIMES -> left.times(right);
                case DIVIDE -> left.dividedBy(right);
                case POWER -> left.power(right);
            };
        }

        @Override
        public double value(double x, double y) {
            double left = a.value(x, y);
            double right = b.value(x, y);
            return operator.apply(left, right);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A function of one argument. */
    record Call(UnaryFunction function, Expression a) implements Expression {
        @Override
        public Jet evaluate(Jet x, Jet y) {
            return function.apply(a.evaluate(x, y));
        }

        @Override
        public double value(double x, double y) {
            return function.value(a.value(x, y));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The minimum or maximum of two expressions. */
    record MinMaxCall(MinMaxFunction function, Expression a, Expression b) implements Expression {
        @Override
        public Jet evaluate(Jet x, Jet y) {
            return function.apply(a.evaluate(x, y), b.evaluate(x, y));
        }

        @Override
        public double value(double x, double y) {
            return function.value(a.value(x, y), b.value(x, y));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
