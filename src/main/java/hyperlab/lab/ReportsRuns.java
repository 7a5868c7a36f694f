package hyperlab.lab;

import hyperlab.export.report.RunReport;
import hyperlab.text.Texts;
import java.util.List;

/** A lab whose runs can be reported on paper. FX thread only. */
public interface ReportsRuns {
    /** The runs whose curves are drawn, as a report shows them; empty if none has finished an epoch. */
    List<RunReport.ReportedRun> reportedRuns(Texts texts);

    /** The number of runs that have finished an epoch and are hidden, so that a report leaves them out. */
    int hiddenRuns();
}
