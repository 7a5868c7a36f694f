package hyperlab.chart.series;

import hyperlab.chart.style.CurveStyle;
import java.util.ArrayList;
import java.util.List;

/** Curves and how they are drawn, in drawing order. */
public final class StyledCurves {
    private final List<Curve> curves = new ArrayList<>();
    private final List<CurveStyle> curveStyles = new ArrayList<>();

    public void add(Curve curve, CurveStyle curveStyle) {
        curves.add(curve);
        curveStyles.add(curveStyle);
    }

    /** Shows the curves in a dataset that a renderer draws. */
    public void showIn(CurveDataset dataset, CurveRenderer renderer) {
        renderer.setCurveStyles(curveStyles);
        dataset.show(curves);
    }
}
