package hyperlab.chart.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.series.Curve;
import hyperlab.chart.style.ChartTheme;
import hyperlab.chart.training.network.NetworkChart;
import hyperlab.chart.training.network.NetworkDiagram;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

/** Charts that show successive epochs with the same axes, padding, and line widths. */
class FixedAxesChartsTest {
    private static final Texts TEXTS = Texts.in(Language.ENGLISH);
    private static final RunCurves CURVES = new RunCurves(
            Curve.of(new double[] {0, 1, 2, 4}, new double[] {0.2, 0.5, 0.6, 0.9}),
            Curve.of(new double[] {0, 1, 2, 4}, new double[] {0.1, 0.4, 0.7, 0.8}));
    private static final TrainingCurvesModel WHOLE = TrainingCurvesModel.of(CURVES, 4)
            .with(new TrainingCurvesModel.TrainingMarks(
                    List.of(new EventMarkers.Event(1, "early"), new EventMarkers.Event(3.5, "late")), 2, true, null));

    private static TrainingCurvesModel at(int epoch) {
        return WHOLE.with(new TrainingCurvesModel.PlayHeadValues(epoch, 0.65, 0.75))
                .untilPlayHead();
    }

    private static Rectangle2D plot(JFreeChart chart) {
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(g2, new Rectangle2D.Double(0, 0, 300, 200), info);
        g2.dispose();
        return info.getPlotInfo().getDataArea();
    }

    @Test
    void truncatesRunAtPlayHead() {
        TrainingCurvesModel shot = at(3);
        RunCurves cut = shot.chosenRun().curves();
        assertEquals(4, cut.train().size());
        assertEquals(3, cut.train().x(3));
        assertEquals(0.65, cut.train().y(3), "what the bounded curve let go of");
        assertEquals(0.75, cut.validation().y(3));
        assertEquals(2, at(2).chosenRun().curves().train().x(2));
        assertEquals(
                List.of("early"),
                shot.marks().changes().stream().map(EventMarkers.Event::text).toList());
        assertEquals(null, shot.marks().bestEpoch());
        assertTrue(shot.marks().shadesGap());
        assertEquals(4, shot.lastEpoch());
        assertEquals(WHOLE.runs(), at(4).runs());
        assertEquals(WHOLE.marks(), at(4).marks());
        assertEquals(
                null,
                WHOLE.withDivergence(5)
                        .with(new TrainingCurvesModel.PlayHeadValues(2, 0.6, 0.7))
                        .untilPlayHead()
                        .chosenRun()
                        .divergedEpoch());
    }

    @Test
    void truncatesSmoothedAndRawCurvesAtPlayHead() {
        RunLine smoothed = new RunLine("", 0, CURVES, CURVES, true, null);
        TrainingCurvesModel shot = new TrainingCurvesModel(
                        List.of(smoothed),
                        List.of(),
                        4,
                        new TrainingCurvesModel.PlayHeadValues(3, 0.65, 0.75),
                        TrainingCurvesModel.TrainingMarks.NONE)
                .untilPlayHead();
        assertEquals(3, shot.chosenRun().curves().train().size());
        assertEquals(4, shot.chosenRun().unsmoothed().train().size());
    }

    @Test
    void axesAndNamePaddingStayFixed() {
        LossChart loss = new LossChart(TEXTS, ChartTheme.LIGHT);
        AccuracyChart accuracy = new AccuracyChart(TEXTS, ChartTheme.LIGHT);
        loss.show(at(2));
        accuracy.show(TrainingCurvesModel.of(CURVES, 4)
                .with(new TrainingCurvesModel.PlayHeadValues(0, 0.2, 0.1))
                .untilPlayHead());
        assertNotEquals(plot(loss.chart()), heldPlot(loss), "names beside the plot come late");
        loss.fixAxes(WHOLE);
        accuracy.fixAxes(WHOLE);
        Range losses = loss.chart().getXYPlot().getRangeAxis().getRange();
        Range accuracies = accuracy.chart().getXYPlot().getRangeAxis().getRange();
        Rectangle2D place = plot(loss.chart());
        RunCurves high = new RunCurves(
                Curve.of(new double[] {0, 4}, new double[] {0.95, 1}),
                Curve.of(new double[] {0, 4}, new double[] {0.95, 1}));
        for (TrainingCurvesModel shot : List.of(at(1), at(3), TrainingCurvesModel.of(high, 4))) {
            loss.show(shot);
            accuracy.show(shot);
            assertEquals(losses, loss.chart().getXYPlot().getRangeAxis().getRange());
            assertEquals(accuracies, accuracy.chart().getXYPlot().getRangeAxis().getRange());
            assertEquals(place, plot(loss.chart()));
        }
    }

    private static Rectangle2D heldPlot(LossChart shown) {
        LossChart held = new LossChart(TEXTS, ChartTheme.LIGHT);
        held.fixAxes(WHOLE);
        held.show(at(2));
        assertEquals(
                shown.chart().getXYPlot().getDomainAxis().getRange(),
                held.chart().getXYPlot().getDomainAxis().getRange());
        return plot(held.chart());
    }

    @Test
    void predictionsOfAllEpochsShareAxes() {
        PredictionChart chart = new PredictionChart(TEXTS, ChartTheme.LIGHT);
        PredictionChart.Model small = picture(1);
        PredictionChart.Model large = picture(8);
        ValueAxis x = chart.chart().getXYPlot().getDomainAxis();
        ValueAxis y = chart.chart().getXYPlot().getRangeAxis();
        chart.show(large);
        List<Range> fitting = List.of(x.getRange(), y.getRange());
        chart.fixAxes(List.of(small, large));
        chart.show(small);
        assertEquals(fitting, List.of(x.getRange(), y.getRange()));
    }

    private static PredictionChart.Model picture(double size) {
        Curve line = Curve.of(new double[] {0, size}, new double[] {-size, 2 * size});
        return new PredictionChart.Model(line, Curve.EMPTY, Curve.EMPTY, false, "x", "y");
    }

    @Test
    void scalesNetworkLinesByMaximumOfAllEpochs() {
        NetworkChart chart = new NetworkChart(TEXTS, ChartTheme.LIGHT);
        int alone = colored(chart, network(0.5));
        assertEquals(alone, colored(chart, network(5)), "by itself each is drawn to its own largest");
        chart.fixLineWidths(List.of(network(0.5), network(5)));
        int thin = colored(chart, network(0.5));
        assertTrue(thin < alone, thin + " of " + alone);
        assertEquals(alone, colored(chart, network(5)));
    }

    private static NetworkDiagram network(double weight) {
        List<NetworkDiagram.Column> columns = List.of(column("in"), column("out"));
        return new NetworkDiagram(
                columns, List.of(new NetworkDiagram.WeightLinks(new double[][] {{weight}})), null, null);
    }

    private static NetworkDiagram.Column column(String name) {
        return new NetworkDiagram.Column(
                name, "", 1, Collections.nCopies(1, NetworkDiagram.UnitState.HEALTHY), List.of(), false);
    }

    /** Counts the pixels of the middle column that do not have the background color. */
    private static int colored(NetworkChart chart, NetworkDiagram sketch) {
        chart.show(sketch);
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D g2 = image.createGraphics();
        chart.chart().draw(g2, new Rectangle2D.Double(0, 0, 300, 200));
        g2.dispose();
        int colored = 0;
        for (int y = 60; y < 200; y++) {
            colored += image.getRGB(150, y) == ChartTheme.LIGHT.background().getRGB() ? 0 : 1;
        }
        return colored;
    }
}
