package hyperlab.app.descent;

import hyperlab.descent.DescentSetup;
import hyperlab.descent.DescentSetup.Racer;
import hyperlab.optim.Sgd;
import java.util.List;
import java.util.Map;

/** What the lab starts with. */
final class Setups {
    static final String CURVATURE = "curvature";
    static final DescentSetup DEFAULT = new DescentSetup(
            "parabola", Map.of(CURVATURE, 1.0), List.of(3.2), 20, List.of(sgd(0.1), sgd(1), sgd(1.8), sgd(2.1)));

    /** What stands in the field for a formula of one's own before anything was typed. */
    static final String FORMULA = "x^2/4 + sin(3x)";

    private Setups() {}

    static Racer sgd(double rate) {
        return new Racer(rate, Sgd.DEFAULT, true);
    }
}
