package hyperlab.chart.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.GoldenImage;
import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.finding.Severity;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A figure can leave out the play head and the marks of findings. */
class FigureMarksTest {
    private static final TrainingCurvesModel RUN = TrainingCurvesModel.of(
            new RunCurves(
                    Curve.of(new double[] {0, 1, 2, 3, 4}, new double[] {1, 0.5, 0.25, 0.125, 0.06}),
                    Curve.of(new double[] {0, 1, 2, 3, 4}, new double[] {1, 0.6, 0.5, 0.4, 0.3})),
            4);
    private static final TrainingCurvesModel AT_2 = RUN.with(new TrainingCurvesModel.PlayHeadValues(2, 0.25, 0.5));

    private static LossChart chart(TrainingCurvesModel model, List<EvidenceRange> findings) {
        LossChart chart = new LossChart(Texts.in(Language.ENGLISH), ChartTheme.LIGHT);
        chart.highlight(findings);
        chart.show(model);
        return chart;
    }

    private static int[] pixels(LossChart chart) {
        BufferedImage image = GoldenImage.draw(chart.chart(), 400, 250);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @Test
    void leavesOutWhatTheFigureDoesNotShow() {
        LossChart marked = chart(AT_2, List.of(new EvidenceRange(1, 3, "1", Severity.WARNING)));
        int[] before = pixels(marked);
        assertEquals("epoch 2", marked.playHeadText());
        assertTrue(marked.hasFindings());
        marked.showMarks(false, false);
        assertArrayEquals(pixels(chart(RUN, List.of())), pixels(marked));
        marked.showMarks(true, false);
        assertArrayEquals(pixels(chart(AT_2, List.of())), pixels(marked));
        marked.showMarks(false, true);
        assertArrayEquals(pixels(chart(RUN, List.of(new EvidenceRange(1, 3, "1", Severity.WARNING)))), pixels(marked));
        marked.showMarks(true, true);
        assertArrayEquals(before, pixels(marked));
        assertFalse(Arrays.equals(before, pixels(chart(RUN, List.of()))));
    }

    @Test
    void chartWithoutMarksNamesNone() {
        LossChart plain = chart(RUN, List.of());
        assertEquals("", plain.playHeadText());
        assertFalse(plain.hasFindings());
    }
}
