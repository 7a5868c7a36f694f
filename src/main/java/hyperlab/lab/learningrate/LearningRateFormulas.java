package hyperlab.lab.learningrate;

import hyperlab.lab.learningrate.race.DescentRace;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.StepTerm;
import hyperlab.optim.FormulaTerms;
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
    static String of(RaceSnapshot snapshot, @Nullable StepTerm highlighted) {
        HighlightedTerms terms = new HighlightedTerms(snapshot.race().isSurface(), highlighted);
        return terms.next() + " = " + terms.position()
                + snapshot.selectedRun().racer().optimizer().stepFormula(terms);
    }

    /** The terms of the formulas for a curve or a surface. */
    private record HighlightedTerms(
            boolean surface, @Nullable StepTerm highlighted) implements FormulaTerms {
        private String highlight(StepTerm term, String latex) {
            return term == highlighted ? FormulaView.highlight(latex) : latex;
        }

        String next() {
            return highlight(StepTerm.NEXT, surface ? "\\mathbf{x}_{k+1}" : "x_{k+1}");
        }

        @Override
        public String position() {
            return surface ? "\\mathbf{x}_k" : "x_k";
        }

        @Override
        public String plainGradient() {
            return surface ? "\\nabla f(\\mathbf{x}_k)" : "f'(x_k)";
        }

        @Override
        public String gradient() {
            return highlight(StepTerm.GRADIENT, plainGradient());
        }

        @Override
        public String squaredGradient() {
            return highlight(StepTerm.GRADIENT, plainGradient() + "^2");
        }

        @Override
        public String rate() {
            return highlight(StepTerm.RATE, "\\eta") + "\\,";
        }

        @Override
        public String direction(String latex) {
            return highlight(StepTerm.DIRECTION, latex);
        }

        @Override
        public String scale(String latex) {
            return highlight(StepTerm.SCALE, latex);
        }

        @Override
        public String decay(String latex) {
            return highlight(StepTerm.DECAY, latex);
        }

        @Override
        public String move(String latex) {
            return highlight(StepTerm.MOVE, " - " + latex);
        }
    }
}
