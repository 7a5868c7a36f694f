package hyperlab.lab.learningrate;

import hyperlab.ui.control.FormulaView;
import org.jspecify.annotations.Nullable;

/**
 * One step of each optimizer in LaTeX, with one term highlighted. On a surface, x and all derived quantities are
 * vectors, which are multiplied and divided elementwise.
 */
final class LearningRateFormulas {
    private static final String ON_PARABOLA =
            "\\begin{array}{c}f'(x) = c\\,x \\\\ x_{k+1} = x_k - \\eta\\,c\\,x_k = (1-\\eta c)\\,x_k\\end{array}";

    private static final String AROUND_A_MINIMUM =
            "\\begin{array}{c}f'(x) = f''\\,(x - x^*) \\\\ x_{k+1} - x^* = (1-\\eta f'')\\,(x_k - x^*)\\end{array}";

    private LearningRateFormulas() {}

    /** A plain gradient step on a function with constant curvature, with its derivation. */
    static String ofConstantCurvature(DescentRace race) {
        return race.isParabola() ? ON_PARABOLA : AROUND_A_MINIMUM;
    }

    /** The formula for the selected racer, with one term highlighted, or none. */
    static String of(RaceSnapshot moment, @Nullable StepTerm highlighted) {
        FormulaTerms terms = new FormulaTerms(moment.race().isSurface(), highlighted);
        return terms.next() + " = " + terms.current()
                + update(
                        StepNarration.UpdateRule.of(moment.selectedRun().racer().optimizer()), terms);
    }

    private static String update(StepNarration.UpdateRule kind, FormulaTerms terms) {
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
            case ADAM -> terms.move(terms.rate() + adam(terms)) + meanDefinition(terms);
            case NADAM ->
                terms.move(terms.rate()
                                + over(
                                        terms.direction("\\bar m_{k+1}"),
                                        terms.scale("\\sqrt{\\hat v_{k+1}} + \\epsilon")))
                        + where("\\bar m_{k+1} = \\tfrac{1 - \\mu_{k+1}}{1 - \\Pi_{k+1}}\\," + terms.gradient()
                                + " + \\tfrac{\\mu_{k+2}}{1 - \\Pi_{k+2}}\\,m_{k+1}");
            case ADAMW ->
                terms.move(terms.rate() + adam(terms) + " - "
                                + terms.highlight(StepTerm.DECAY, "\\eta\\lambda\\," + terms.current()))
                        + meanDefinition(terms);
        };
    }

    private static String adam(FormulaTerms terms) {
        return over(terms.direction("\\hat m_{k+1}"), terms.scale("\\sqrt{\\hat v_{k+1}} + \\epsilon"));
    }

    private static String meanDefinition(FormulaTerms terms) {
        return where("m_{k+1} = \\beta_1 m_k + (1-\\beta_1)\\," + terms.gradient());
    }

    private static String over(String above, String below) {
        return "\\frac{" + above + "}{" + below + "}";
    }

    private static String where(String definition) {
        return "\\qquad " + definition;
    }

    /** The terms of the formulas for a curve or a surface. */
    private record FormulaTerms(boolean surface, @Nullable StepTerm highlighted) {
        String highlight(StepTerm term, String latex) {
            return term == highlighted ? FormulaView.highlight(latex) : latex;
        }

        String current() {
            return surface ? "\\mathbf{x}_k" : "x_k";
        }

        String next() {
            return highlight(StepTerm.NEXT, surface ? "\\mathbf{x}_{k+1}" : "x_{k+1}");
        }

        String plainGradient() {
            return surface ? "\\nabla f(\\mathbf{x}_k)" : "f'(x_k)";
        }

        String gradient() {
            return highlight(StepTerm.GRADIENT, plainGradient());
        }

        String square() {
            return highlight(StepTerm.GRADIENT, plainGradient() + "^2");
        }

        String rate() {
            return highlight(StepTerm.RATE, "\\eta") + "\\,";
        }

        String direction(String latex) {
            return highlight(StepTerm.DIRECTION, latex);
        }

        String scale(String latex) {
            return highlight(StepTerm.SCALE, latex);
        }

        String move(String latex) {
            return highlight(StepTerm.MOVE, " - " + latex);
        }
    }
}
