package hyperlab.chart.tuning;

import java.awt.geom.Rectangle2D;

/** A chart of trials that finds the one at a point and can mark one. */
public interface TrialChart {
    /** Stands for no trial. */
    int NONE = -1;

    /** The greatest distance in pixels from the pointer at which a trial is found. */
    double REACH = 12;

    /**
     * Returns the number of the trial nearest to a pixel of the plot; {@link #NONE} if none is within {@link #REACH}.
     */
    int trialAt(double pixelX, double pixelY, Rectangle2D plotArea);

    /** Marks a trial; {@link #NONE} removes the mark. */
    void highlight(int trial);
}
