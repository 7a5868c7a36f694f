package hyperlab.app.export;

import hyperlab.chart.PlotChart;
import hyperlab.chart.StageDrawable;
import hyperlab.chart.style.ChartTheme;
import hyperlab.file.runs.SavedRuns;
import hyperlab.lab.ComparesRuns;
import hyperlab.lab.Lab;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartView;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.Node;

/** The charts that are on a lab's stage together. FX thread only. */
public final class StageCharts {
    private StageCharts() {}

    /** The charts that are visible or can be scrolled into view. */
    public static List<ChartCard> visibleCharts(Lab lab) {
        return lab.charts().stream().filter(card -> isShown(card.chartView())).toList();
    }

    private static boolean isShown(ChartView canvas) {
        for (Node node = canvas; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return canvas.getScene() != null && canvas.getWidth() >= 1 && canvas.getHeight() >= 1;
    }

    /** These charts in their layout on the stage. */
    static StageDrawable picture(List<ChartCard> cards, ChartTheme theme) {
        return new StageDrawable(
                cards.stream()
                        .map(card -> new StageDrawable.PlacedChart(
                                card.chart(), card.title(), card.subtitle(), boundsInScene(card.chartView())))
                        .toList(),
                theme);
    }

    private static Rectangle boundsInScene(ChartView canvas) {
        Bounds place = canvas.localToScene(canvas.getLayoutBounds());
        return new Rectangle(
                (int) Math.round(place.getMinX()),
                (int) Math.round(place.getMinY()),
                (int) Math.round(place.getWidth()),
                (int) Math.round(place.getHeight()));
    }

    /** The other runs that a chart shows; none in a lab that does not compare runs. */
    public static SavedRuns comparedRuns(Lab lab, ChartCard card) {
        return lab.feature(ComparesRuns.class)
                .map(comparing -> comparing.comparedRuns(card))
                .orElse(SavedRuns.NONE);
    }

    /** Returns the result of {@code work}, run while the charts show these marks only. */
    static <T> T withMarks(List<ChartCard> cards, boolean playHead, boolean findings, Supplier<T> work) {
        List<PlotChart<?>> plots = new ArrayList<>();
        for (ChartCard card : cards) {
            PlotChart<?> plot = card.plot();
            if (plot != null) {
                plots.add(plot);
            }
        }
        plots.forEach(plot -> plot.showMarks(playHead, findings));
        try {
            return work.get();
        } finally {
            plots.forEach(plot -> plot.showMarks(true, true));
        }
    }
}
