package hyperlab.lab;

import hyperlab.file.Document;
import hyperlab.file.RunsFormat;
import hyperlab.file.runs.SavedRuns;
import hyperlab.text.Texts;
import hyperlab.ui.control.chart.ChartCard;

/** A lab whose charts show training runs, one or several at a time. FX thread only. */
public interface ComparesRuns {
    /**
     * Settings that had other values earlier in the run, which {@link Lab#displayedDocument} does not contain; empty if
     * there are none.
     */
    String settingChanges(ChartCard card, Texts texts);

    /** What a card shows in addition to {@link Lab#displayedDocument}, such as other runs; empty if nothing. */
    String comparisonCaption(ChartCard card, Texts texts);

    /**
     * The same as data, to be embedded in a figure of the card. Written as text ({@link RunsFormat}),
     * {@link HasExtras#restoreExtras} accepts it.
     */
    SavedRuns comparedRuns(ChartCard card);

    /** All runs that are saved with the document in a file. */
    SavedRuns allRuns();

    /** Whether a document is added to what the lab holds, as one run among others, instead of replacing it. */
    boolean acceptsAsComparison(Document document);
}
