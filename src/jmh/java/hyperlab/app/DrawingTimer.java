package hyperlab.app;

import javafx.animation.AnimationTimer;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.event.ChartProgressEvent;
import org.jfree.chart.event.ChartProgressListener;

/** Records the milliseconds between drawings of a chart. FX thread only. */
final class DrawingTimer extends AnimationTimer implements ChartProgressListener {
    private final JFreeChart chart;
    private final Runnable each;
    private final Intervals intervals = new Intervals();

    /** @param each runs on every pulse */
    DrawingTimer(JFreeChart chart, Runnable each) {
        this.chart = chart;
        this.each = each;
        chart.addProgressListener(this);
        start();
    }

    @Override
    public void handle(long now) {
        each.run();
    }

    @Override
    public void chartProgress(ChartProgressEvent event) {
        if (event.getType() == ChartProgressEvent.DRAWING_FINISHED) {
            intervals.add();
        }
    }

    boolean clear() {
        intervals.clear();
        return true;
    }

    double[] stopAndGet() {
        stop();
        chart.removeProgressListener(this);
        return intervals.toArray();
    }
}
