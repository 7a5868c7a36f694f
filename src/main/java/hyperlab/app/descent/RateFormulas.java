package hyperlab.app.descent;

import hyperlab.app.control.FormulaView;
import org.jspecify.annotations.Nullable;

/**
 * One step of each optimizer in LaTeX, with one term highlighted. On a surface, x and all derived quantities are
 * vectors, which are multiplied and divided elementwise.
 */
final class RateFormulas {
    private static final String ON_PARABOLA =
            "\\begin{array}{c}f'(x) = c\\,x \\\\ x_{k+1} = x_k - \\eta\\,c\\,x_k = (1-\\eta c)\\,x_k\\end{array}";

    private static final String AROUND_A_MINIMUM =
            "\\begin{array}{c}f'(x) = f''\\,(x - x^*) \\\\ x_{k+1} - x^* = (1-\\eta f'')\\,(x_k - x^*)\\end{array}";

    private RateFormulas() {}

    /** A plain gradient step on a function with constant curvature, with its derivation. */
    static String ofOneFactor(Race race) {
        return race.isParabola() ? ON_PARABOLA : AROUND_A_MINIMUM;
    }

    /** The formula for the selected racer, with one term highlighted, or none. */
    static String of(Moment moment, @Nullable StepTerm lit) {
        Terms terms = new Terms(moment.race().isSurface(), lit);
        return terms.next() + " = " + terms.here()
                + rest(Narration.Kind.of(moment.chosen().racer().optimizer()), terms);
    }

    private static String rest(Narration.Kind kind, Terms terms) {
        return switch (kind) {
            case GRADIENT -> terms.move(terms.rate() + terms.gradient());
            case VELOCITY ->
                terms.move(terms.rate() + terms.direction("v_{k+1}"))
                        + where("v_{k+1} = \\mu v_k + " + terms.gradient());
            case NESTEROV ->
                terms.move(terms.rate() + terms.direction("(" + terms.gradient() + " + \\mu v_{k+1})"))
                        + where("v_{k+1} = \\mu v_k + " + terms.plainGradient());
            case ADAGRAD ->
                terms.move(terms.rate() + over(terms.gradient(), terms.scale("\\sqrt{s_{k+1}} + \\epsilon")))
                        + where("s_{k+1} = s_k + " + terms.square());
            case RMSPROP ->
                terms.move(terms.rate() + over(terms.gradient(), terms.scale("\\sqrt{v_{k+1}} + \\epsilon")))
                        + where("v_{k+1} = \\alpha v_k + (1-\\alpha)\\," + terms.square());
            case ADADELTA ->
                terms.move(terms.rate()
                                + terms.scale("\\sqrt{\\frac{u_k + \\epsilon}{v_{k+1} + \\epsilon}}")
                                + "\\," + terms.gradient())
                        + where("v_{k+1} = \\rho v_k + (1-\\rho)\\," + terms.square());
            case ADAM -> terms.move(terms.rate() + adam(terms)) + mean(terms);
            case NADAM ->
                terms.move(terms.rate()
                                + over(
                                        terms.direction("\\bar m_{k+1}"),
                                        terms.scale("\\sqrt{\\hat v_{k+1}} + \\epsilon")))
                        + where("\\bar m_{k+1} = \\tfrac{1 - \\mu_{k+1}}{1 - \\Pi_{k+1}}\\," + terms.gradient()
                                + " + \\tfrac{\\mu_{k+2}}{1 - \\Pi_{k+2}}\\,m_{k+1}");
            case ADAMW ->
                terms.move(terms.rate() + adam(terms) + " - "
                                + terms.lit(StepTerm.DECAY, "\\eta\\lambda\\," + terms.here()))
                        + mean(terms);
        };
    }

    private static String adam(Terms terms) {
        return over(terms.direction("\\hat m_{k+1}"), terms.scale("\\sqrt{\\hat v_{k+1}} + \\epsilon"));
    }

    private static String mean(Terms terms) {
        return where("m_{k+1} = \\beta_1 m_k + (1-\\beta_1)\\," + terms.gradient());
    }

    private static String over(String above, String below) {
        return "\\frac{" + above + "}{" + below + "}";
    }

    private static String where(String definition) {
        return "\\qquad " + definition;
    }

    /** The terms of the formulas for a curve or a surface. */
    private record Terms(boolean surface, @Nullable StepTerm named) {
        String lit(StepTerm term, String latex) {
            return term == named ? FormulaView.highlight(latex) : latex;
        }

        String here() {
            return surface ? "\\mathbf{x}_k" : "x_k";
        }

        String next() {
            return lit(StepTerm.NEXT, surface ? "\\mathbf{x}_{k+1}" : "x_{k+1}");
        }

        String plainGradient() {
            return surface ? "\\nabla f(\\mathbf{x}_k)" : "f'(x_k)";
        }

        String gradient() {
            return lit(StepTerm.GRADIENT, plainGradient());
        }

        String square() {
            return lit(StepTerm.GRADIENT, plainGradient() + "^2");
        }

        String rate() {
            return lit(StepTerm.RATE, "\\eta") + "\\,";
        }

        String direction(String latex) {
            return lit(StepTerm.DIRECTION, latex);
        }

        String scale(String latex) {
            return lit(StepTerm.SCALE, latex);
        }

        String move(String latex) {
            return lit(StepTerm.MOVE, " - " + latex);
        }
    }
}
