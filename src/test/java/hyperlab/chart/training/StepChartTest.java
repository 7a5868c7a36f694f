package hyperlab.chart.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.StepChart.Column;
import hyperlab.chart.training.StepChart.Link;
import hyperlab.chart.training.StepChart.Links;
import hyperlab.chart.training.StepChart.Phase;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The phases of one update of a network with two hidden ReLU units, drawn without a display. */
class StepChartTest {
    private static final double[] NONE = {};
    /** The line from the first input to the first hidden unit. */
    private static final Link CHOSEN = new Link(0, 0, 0);

    /**
     * Inputs (1, −2), target 1, loss ½(o − t)², learning rate 0.1. The hidden sums are 0.5·1 + 0.25·(−2) + 0.5 = 0.5
     * and −1·1 + 0.5·(−2) + 0 = −2, so the second unit outputs 0; the output is 2·0.5 + 1·0 − 0.5 = 0.5. With δ = o − t
     * = −0.5, the output's gradients are −0.5·0.5 = −0.25 and 0, and those of the first hidden unit are −0.5·2·(1, −2) =
     * (−1, 2). After the update the sum is 0.6·1 + 0.05·(−2) + 0.6 = 1.1, the output 2.025·1.1 − 0.45 = 1.7775, and the
     * loss ½·0.7775² = 0.3023: the step was too long.
     */
    private static StepChart.Model model(Phase phase) {
        double[][] first = {{0.5, 0.25}, {-1, 0.5}};
        double[][] firstGradients = {{-1, 2}, {0, 0}};
        double[][] firstAfter = {{0.6, 0.05}, {-1, 0.5}};
        double[][] second = {{2, 1}};
        double[][] secondGradients = {{-0.25, 0}};
        double[][] secondAfter = {{2.025, 1}};
        return new StepChart.Model(
                List.of(
                        new Column("inputs", List.of("x", "y"), new double[] {1, -2}, NONE, NONE),
                        new Column(
                                "hidden layer 1",
                                List.of("1", "2"),
                                new double[] {0.5, 0},
                                new double[] {0.5, 0},
                                new double[] {0.6, 0}),
                        new Column("output layer", List.of("o"), new double[] {0.5}, new double[] {-0.5}, new double[] {
                            -0.45
                        })),
                List.of(new Links(first, firstGradients, firstAfter), new Links(second, secondGradients, secondAfter)),
                phase,
                CHOSEN,
                "½(o − t)²",
                0.125,
                0.3023);
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void phasesMatchTheirPictures(Phase phase) {
        StepChart chart = new StepChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        chart.show(model(phase));
        GoldenImage.assertMatchesReference(
                "step-" + phase.name().toLowerCase(Locale.ROOT), GoldenImage.draw(chart.chart(), 640, 360));
    }

    @Test
    void findsTheLineUnderThePointer() {
        StepChart chart = new StepChart(Texts.in(Language.KOREAN), ChartTheme.DARK);
        assertNull(chart.linkAt(0.5, 0.5));
        chart.show(model(Phase.FORWARD));
        assertEquals(new Link(1, 0, 0), chart.linkAt(0.6, 0.39));
        assertNull(chart.linkAt(0.01, 0.99));
    }
}
