package hyperlab.cli;

import hyperlab.chart.AccuracyChart;
import hyperlab.chart.BoundedSeries;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.LossChart;
import hyperlab.chart.RunCurves;
import hyperlab.chart.TrainingShot;
import hyperlab.data.Task;
import hyperlab.export.Caption;
import hyperlab.export.Captions;
import hyperlab.export.PngFigure;
import hyperlab.file.Document;
import hyperlab.file.SafeFile;
import hyperlab.nn.Loss;
import hyperlab.rule.Refusal;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jfree.chart.JFreeChart;

/** The charts of a run, gathered epoch by epoch in bounded memory and drawn at its end. */
final class RunCharts {
    static final String LOSS = "loss";
    static final String ACCURACY = "accuracy";
    static final List<String> NAMES = List.of(LOSS, ACCURACY);
    static final String FOLDER = "charts";
    static final int WIDTH = 900;
    static final int HEIGHT = 500;
    static final int SCALE = 2;

    private final Set<String> names;
    private final Texts texts;
    private final BoundedSeries trainLoss = new BoundedSeries();
    private final BoundedSeries validationLoss = new BoundedSeries();
    private final BoundedSeries trainAccuracy = new BoundedSeries();
    private final BoundedSeries validationAccuracy = new BoundedSeries();

    /** @param names of {@link #NAMES}; empty for no chart */
    RunCharts(Collection<String> names, Texts texts) {
        this.names = new LinkedHashSet<>(names);
        this.texts = texts;
    }

    /** Refuses the chart that data of this kind do not have. */
    void refuseUnfit(Task task) {
        if (task == Task.REGRESSION && names.contains(ACCURACY)) {
            throw new Refusal("--charts", "without accuracy where the target is a number", ACCURACY);
        }
    }

    /**
     * Refuses a folder that cannot hold them, and starts all that refuses to start once Ctrl-C has come: AWT, and the cache files of ImageIO.
     */
    void prepare(Path folder) {
        if (!names.isEmpty()) {
            for (String name : names) {
                SafeFile.refuseUnwritable(folder.resolve(name + ".png"));
            }
            PngFigure.image(new LossChart(texts, ChartTheme.LIGHT).chart(), WIDTH, HEIGHT, 1);
            ImageIO.setUseCache(false);
        }
    }

    void add(EpochReport report) {
        trainLoss.add(report.epoch(), report.trainLoss());
        validationLoss.add(report.epoch(), report.validationLoss());
        trainAccuracy.add(report.epoch(), report.trainAccuracy());
        validationAccuracy.add(report.epoch(), report.validationAccuracy());
    }

    /**
     * Draws them into a folder, each with the experiment inside, and takes away those of an earlier run that were not
     * asked for now.
     *
     * @param experiment with paths relative to {@code folder}
     */
    void write(Path folder, Experiment experiment, Task task, TrainingOutcome outcome) throws IOException {
        for (String name : NAMES) {
            Path file = folder.resolve(name + ".png");
            if (!names.contains(name)) {
                Files.deleteIfExists(file);
                continue;
            }
            JFreeChart chart = name.equals(LOSS)
                    ? loss(experiment, experiment.training().lossFor(task), outcome)
                    : accuracy(experiment, outcome);
            Document document = new Document.OfExperiment(experiment);
            Caption caption = new Caption(Captions.of(document, texts), ChartTheme.LIGHT);
            PngFigure.write(file, chart, WIDTH, HEIGHT, SCALE, document, caption);
        }
    }

    private JFreeChart loss(Experiment experiment, Loss loss, TrainingOutcome outcome) {
        LossChart chart = new LossChart(texts, ChartTheme.LIGHT);
        chart.loss(loss);
        chart.title(experiment.name());
        chart.show(shot(trainLoss, validationLoss, experiment, outcome));
        return chart.chart();
    }

    private JFreeChart accuracy(Experiment experiment, TrainingOutcome outcome) {
        AccuracyChart chart = new AccuracyChart(texts, ChartTheme.LIGHT);
        chart.title(experiment.name());
        chart.show(shot(trainAccuracy, validationAccuracy, experiment, outcome));
        return chart.chart();
    }

    private static TrainingShot shot(
            BoundedSeries train, BoundedSeries validation, Experiment experiment, TrainingOutcome outcome) {
        boolean diverged = outcome instanceof TrainingOutcome.Diverged;
        int last = diverged ? experiment.training().epochs() : outcome.epochs();
        TrainingShot shot = TrainingShot.of(new RunCurves(train.curve(), validation.curve()), last);
        return diverged ? shot.divergedIn(outcome.epochs() + 1) : shot;
    }
}
