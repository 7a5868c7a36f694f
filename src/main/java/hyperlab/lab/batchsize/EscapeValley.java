package hyperlab.lab.batchsize;

import hyperlab.batch.BatchSetup;
import hyperlab.batch.EscapeStudy;
import hyperlab.chart.descent.DescentChart;
import hyperlab.chart.descent.DescentChartModel;
import hyperlab.chart.descent.DescentLine;
import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.DescentPath;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.text.Texts;
import java.util.List;

/** The two wells of the escape experiment, and the first of its descents at the batch size and the rate that are set. */
final class EscapeValley {
    private final DescentChart chart;

    EscapeValley(ChartTheme theme) {
        chart = new DescentChart(theme);
    }

    DescentChart chart() {
        return chart;
    }

    void show(BatchSizeSnapshot snapshot, Texts texts) {
        EscapeStudy study = study(snapshot);
        ObjectiveFunction wells = study.objective();
        DescentPath path = study.descend(1, batchSize(snapshot), 0);
        boolean escaped = study.hasEscaped(path);
        double goalX = study.escapePoint();
        DescentLine goal = new DescentLine(
                2,
                null,
                texts.get("batch-size.escape.goal"),
                "",
                0,
                false,
                step -> goalX,
                step -> wells.value(goalX),
                -1);
        DescentLine line = new DescentLine(
                0,
                null,
                texts.get(
                        path.diverged()
                                ? "batch-size.escape.run.diverged"
                                : escaped ? "batch-size.escape.run.escaped" : "batch-size.escape.run.stayed"),
                "",
                path.steps(),
                path.diverged(),
                path::x,
                path::value,
                -1);
        chart.show(new DescentChartModel(
                x -> wells.value(x),
                "f(x)",
                window(wells),
                study.start(),
                path.steps(),
                List.of(goal, line),
                null,
                0,
                texts.get("batch-size.escape.start"),
                "",
                List.of()));
    }

    /** The part with both wells and the hill between them. */
    private static ObjectiveFunction.PlotWindow window(ObjectiveFunction wells) {
        double bottom = wells.minima().get(0).value();
        double hill = wells.value(0);
        return new ObjectiveFunction.PlotWindow(-1.8, 1.8, bottom - hill / 2, 3 * hill);
    }

    /** The batch size, at most the largest of the experiment. */
    static int batchSize(BatchSizeSnapshot snapshot) {
        return Math.min(EscapeStudy.MAX_BATCH_SIZE, snapshot.chosenBatches().batchSize());
    }

    private static EscapeStudy study(BatchSizeSnapshot snapshot) {
        BatchSetup setup = snapshot.comparison().setup();
        return new EscapeStudy(setup.training(), setup.escape(), setup.seed());
    }
}
