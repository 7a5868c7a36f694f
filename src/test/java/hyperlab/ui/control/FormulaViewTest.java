package hyperlab.ui.control;

import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.ui.Appearance;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

@WindowTest
class FormulaViewTest {
    private static final String MATRIX =
            "W = W_4 W_3 W_2 W_1 = \\begin{pmatrix} -0.6563 & 1.197 \\\\ 0.3276 & -2.209 \\end{pmatrix}";

    /** The image is drawn for the width that the layout gives it; the same layout must leave it enough height. */
    @Test
    void formulaIsAsHighAsItsImageAfterOneLayout() {
        FormulaView formula = new FormulaView(MATRIX, "W", new Appearance(Theme.LIGHT));
        VBox column = new VBox(formula);
        for (double width : new double[] {120, 700, 90, 300}) {
            column.resize(width, 400);
            column.layout();
            double image =
                    formula.getChildrenUnmodifiable().get(0).getLayoutBounds().getHeight();
            assertTrue(
                    formula.getHeight() >= image - 1,
                    "at " + width + " the image of " + image + " is in a box of " + formula.getHeight());
        }
    }
}
