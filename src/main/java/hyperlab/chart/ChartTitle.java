package hyperlab.chart;

import hyperlab.chart.style.ChartFonts;
import hyperlab.chart.style.ChartStyle;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;

/** A bold title above a chart that is shown on its own. */
public final class ChartTitle {
    private final JFreeChart chart;

    public ChartTitle(JFreeChart chart) {
        this.chart = chart;
    }

    /** Sets the title; a blank title removes it. */
    public void show(String text, ChartStyle style) {
        if (text.isBlank()) {
            chart.setTitle((TextTitle) null);
            return;
        }
        TextTitle title = new TextTitle(text);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(6, 12, 2, 12));
        chart.setTitle(title);
        style(style);
    }

    public void style(ChartStyle style) {
        TextTitle title = chart.getTitle();
        if (title != null) {
            title.setFont(ChartFonts.withFallback(style.labelFont(), title.getText()));
            title.setPaint(style.theme().text());
        }
    }
}
