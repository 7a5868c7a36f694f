package hyperlab.cli;

import hyperlab.chart.AccuracyChart;
import hyperlab.chart.BoundedSeries;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.LossChart;
import hyperlab.chart.RunCurves;
import hyperlab.chart.TrainingShot;
import hyperlab.data.DataSet;
import hyperlab.data.Task;
import hyperlab.rule.Refusal;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Training;
import hyperlab.train.TrainingOutcome;
import hyperlab.train.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jfree.chart.JFreeChart;

/** The charts of a run, gathered epoch by epoch in bounded memory and drawn at its end. */
final class RunCharts {
    static final String LOSS = "loss";
    static final String ACCURACY = "accuracy";
    static final String BOUNDARY = "boundary";
    static final String WEIGHTS = "weights";
    static final String GRADIENTS = "gradients";
    static final String CONFUSION = "confusion";
    static final List<String> NAMES = List.of(LOSS, ACCURACY, BOUNDARY, WEIGHTS, GRADIENTS, CONFUSION);

    private final Set<String> names;
    private final ChartFiles files;
    private final Texts texts;
    private final BoundedSeries trainLoss = new BoundedSeries();
    private final BoundedSeries validationLoss = new BoundedSeries();
    private final BoundedSeries trainAccuracy = new BoundedSeries();
    private final BoundedSeries validationAccuracy = new BoundedSeries();

    /** @param names of {@link #NAMES}; empty for no chart */
    RunCharts(Collection<String> names, ChartFiles files, Texts texts) {
        this.names = new LinkedHashSet<>(names);
        this.files = files;
        this.texts = texts;
    }

    /** Refuses the chart that a run of this kind does not have. */
    void refuseUnfit(Training run) {
        DataSet data = run.partition().whole();
        boolean numbers = data.task() == Task.REGRESSION;
        refuse(ACCURACY, numbers, "where the target is a number");
        refuse(CONFUSION, numbers, "where the target is a number");
        int features = data.features().numCols;
        refuse(BOUNDARY, features != 2, "where there are " + features + " features and not 2");
        refuse(GRADIENTS, !(run instanceof TrainingRun), "where a Playground link trains");
    }

    private void refuse(String name, boolean unfit, String where) {
        if (unfit && names.contains(name)) {
            throw new Refusal("--charts", "without " + name + " " + where, name);
        }
    }

    /** Refuses a folder that cannot hold them. */
    void refuseUnwritable(Path folder) {
        names.forEach(name -> files.refuseUnwritable(folder, name));
    }

    /** See {@link ChartFiles#prepare}. */
    void prepare() {
        if (!names.isEmpty()) {
            files.prepare(new LossChart(texts, ChartTheme.LIGHT).chart());
        }
    }

    void add(EpochReport report) {
        trainLoss.add(report.epoch(), report.trainLoss());
        validationLoss.add(report.epoch(), report.validationLoss());
        trainAccuracy.add(report.epoch(), report.trainAccuracy());
        validationAccuracy.add(report.epoch(), report.validationAccuracy());
    }

    /**
     * Draws them into a folder, each with what made it inside, and takes away those of an earlier run that were not
     * asked for now.
     *
     * @param run at its end
     * @param subject what was trained
     */
    void write(Path folder, Training run, RunSubject subject, TrainingOutcome outcome) throws IOException {
        RunPictures pictures = new RunPictures(run, subject, texts);
        for (String name : NAMES) {
            if (!names.contains(name)) {
                ChartFiles.remove(folder, name);
                continue;
            }
            JFreeChart chart = switch (name) {
                case LOSS -> loss(subject, outcome);
                case ACCURACY -> accuracy(subject, outcome);
                case BOUNDARY -> pictures.boundary();
                case WEIGHTS -> pictures.weights();
                case GRADIENTS -> pictures.gradients();
                case CONFUSION -> pictures.confusion();
                default -> throw new IllegalArgumentException(name);
            };
            files.write(folder, name, chart, subject.document().apply(folder));
        }
    }

    private JFreeChart loss(RunSubject subject, TrainingOutcome outcome) {
        LossChart chart = new LossChart(texts, ChartTheme.LIGHT);
        chart.loss(subject.loss());
        chart.title(subject.name());
        chart.show(shot(trainLoss, validationLoss, subject, outcome));
        return chart.chart();
    }

    private JFreeChart accuracy(RunSubject subject, TrainingOutcome outcome) {
        AccuracyChart chart = new AccuracyChart(texts, ChartTheme.LIGHT);
        chart.title(subject.name());
        chart.show(shot(trainAccuracy, validationAccuracy, subject, outcome));
        return chart.chart();
    }

    private static TrainingShot shot(
            BoundedSeries train, BoundedSeries validation, RunSubject subject, TrainingOutcome outcome) {
        boolean diverged = outcome instanceof TrainingOutcome.Diverged;
        int last = diverged ? subject.epochs() : outcome.epochs();
        TrainingShot shot = TrainingShot.of(new RunCurves(train.curve(), validation.curve()), last);
        return diverged ? shot.divergedIn(outcome.epochs() + 1) : shot;
    }
}
