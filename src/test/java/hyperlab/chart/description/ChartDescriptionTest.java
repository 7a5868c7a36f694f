package hyperlab.chart.description;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.LossChart;
import hyperlab.chart.training.RunCurves;
import hyperlab.chart.training.TrainingCurvesModel;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChartDescriptionTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final Texts KOREAN = Texts.in(Language.KOREAN);
    private static final double[] EPOCHS = {0, 1, 2, 3};

    private static Optional<CurveDescription> curve(double... y) {
        return CurveDescription.of("loss", y.length, i -> i, i -> y[i]);
    }

    @Test
    void findsTheLowestAndTheLastFinitePoint() {
        assertEquals(Optional.of(new CurveDescription("loss", 1, 0.2, 3, 0.5)), curve(1, 0.2, 0.2, 0.5));
        assertEquals(
                Optional.of(new CurveDescription("loss", 2, -1, 2, -1)),
                curve(Double.NaN, 3, -1, Double.POSITIVE_INFINITY, Double.NaN));
        assertEquals(Optional.empty(), curve(Double.NaN, Double.NEGATIVE_INFINITY));
        assertEquals(Optional.empty(), curve());
    }

    @Test
    void tellsAxesCurvesAndMarks() {
        ChartDescription description = new ChartDescription(
                Optional.of(new AxisDescription("epoch", 0, 20)),
                Optional.of(new AxisDescription("", -0.5, 1e-7)),
                List.of(
                        new CurveDescription("validation", 12, 0.25, 20, 0.5),
                        new CurveDescription("training", 20, 0.01, 20, 0.01)),
                List.of("lowest: epoch 12", "epoch 20"));
        assertEquals(
                "Horizontal axis: epoch, from 0 to 20. Vertical axis from −0.5 to 1×10⁻⁷."
                        + " validation: lowest value 0.25 at 12; it ends with 0.5 at 20."
                        + " training: lowest value 0.01 at its end, 20. Marked: lowest: epoch 12; epoch 20.",
                description.text(ENGLISH));
        assertEquals(
                "가로축: epoch, 범위 0~20. 세로축 범위 −0.5~1×10⁻⁷."
                        + " validation: 가장 낮은 값 0.25 (가로축 12), 끝값 0.5 (가로축 20)."
                        + " training: 끝에서 가장 낮고 그 값은 0.01 (가로축 20). 표시: lowest: epoch 12; epoch 20.",
                description.text(KOREAN));
    }

    @Test
    void countsMoreCurvesThanAListenerFollows() {
        CurveDescription one = new CurveDescription("η", 1, 2, 3, 4);
        String text = new ChartDescription(Optional.empty(), Optional.empty(), Collections.nCopies(11, one), List.of())
                .text(ENGLISH);
        assertEquals(8, text.split("lowest value", -1).length - 1);
        assertEquals("Further curves: 3.", text.substring(text.length() - 18));
        assertEquals("", new ChartDescription(Optional.empty(), Optional.empty(), List.of(), List.of()).text(ENGLISH));
    }

    @Test
    void followsTheStateAndTheLanguageOfAChart() {
        LossChart chart = new LossChart(ENGLISH, ChartTheme.LIGHT);
        RunCurves run = new RunCurves(
                Curve.of(EPOCHS, new double[] {1, 0.5, 0.25, 0.125}),
                Curve.of(EPOCHS, new double[] {1, 0.6, 0.4, 0.5}));
        chart.show(TrainingCurvesModel.of(run, 10));
        assertEquals(
                "Horizontal axis: epoch, from 0 to 10. Vertical axis: cross-entropy, log scale, from "
                        + axis(chart) + ". validation: lowest value 0.4 at 2; it ends with 0.5 at 3."
                        + " training: lowest value 0.125 at its end, 3.",
                chart.describe());
        chart.show(TrainingCurvesModel.of(run, 10).withDivergence(4));
        assertEquals(" Marked: diverged at epoch 4.", end(chart.describe(), " Marked"));
        chart.texts(KOREAN);
        assertEquals(" 표시: 에포크 4에서 발산.", end(chart.describe(), " 표시"));
    }

    private static String axis(LossChart chart) {
        var axis = chart.chart().getXYPlot().getRangeAxis();
        return hyperlab.text.NumberFormats.format(axis.getLowerBound(), 3)
                + " to "
                + hyperlab.text.NumberFormats.format(axis.getUpperBound(), 3);
    }

    private static String end(String text, String from) {
        return text.substring(text.lastIndexOf(from));
    }
}
