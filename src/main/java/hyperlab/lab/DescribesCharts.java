package hyperlab.lab;

import hyperlab.text.Texts;
import hyperlab.ui.control.chart.ChartCard;

/** A lab whose charts each show only a part of its document. FX thread only. */
public interface DescribesCharts {
    /** What produced a chart, in words: the part of the document that it shows. */
    String description(ChartCard card, Texts texts);
}
