package hyperlab.app.control;

import org.jfree.chart.JFreeChart;

/** placeholder of the shell's author: a card with a title, a subtitle, a menu and a chart. */
public final class ChartCard {
    private final JFreeChart chart;

    public ChartCard(JFreeChart chart) {
        this.chart = chart;
    }

    public JFreeChart chart() {
        return chart;
    }
}
