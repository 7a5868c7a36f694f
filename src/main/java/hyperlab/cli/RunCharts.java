package hyperlab.cli;

import hyperlab.chart.AccuracyChart;
import hyperlab.chart.BoundedSeries;
import hyperlab.chart.ChartTheme;
import hyperlab.chart.LossChart;
import hyperlab.chart.RunCurves;
import hyperlab.chart.TrainingShot;
import hyperlab.data.DataSet;
import hyperlab.data.Task;
import hyperlab.export.Reel;
import hyperlab.rule.InvalidInputException;
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
import org.jspecify.annotations.Nullable;

/** The charts of a run. Their data is collected each epoch in bounded memory; they are drawn at the end. */
final class RunCharts {
    static final String LOSS = "loss";
    static final String ACCURACY = "accuracy";
    static final String BOUNDARY = "boundary";
    static final String WEIGHTS = "weights";
    static final String GRADIENTS = "gradients";
    static final String CONFUSION = "confusion";
    static final List<String> NAMES = List.of(LOSS, ACCURACY, BOUNDARY, WEIGHTS, GRADIENTS, CONFUSION);
    /** The charts of the trained model rather than of reports. */
    static final Set<String> LEARNED = Set.of(BOUNDARY, WEIGHTS, GRADIENTS, CONFUSION);

    private final Set<String> names;
    private final ChartFiles files;
    private final Texts texts;
    private final BoundedSeries trainLoss = new BoundedSeries();
    private final BoundedSeries validationLoss = new BoundedSeries();
    private final BoundedSeries trainAccuracy = new BoundedSeries();
    private final BoundedSeries validationAccuracy = new BoundedSeries();
    private @Nullable RunFilms films;

    /** @param names a subset of {@link #NAMES}; empty for no charts */
    RunCharts(Collection<String> names, ChartFiles files, Texts texts) {
        this.names = new LinkedHashSet<>(names);
        this.files = files;
        this.texts = texts;
    }

    /**
     * Checks that all charts apply to this kind of run.
     *
     * @throws InvalidInputException for a chart that does not apply
     */
    void refuseUnfit(Training run) {
        DataSet data = run.partition().whole();
        boolean numbers = data.task() == Task.REGRESSION;
        refuse(ACCURACY, numbers, "where the target is a number");
        refuse(CONFUSION, numbers, "where the target is a number");
        int features = data.features().numCols;
        refuse(BOUNDARY, features != 2, "where there are " + features + " features and not 2");
        boolean original = !(run instanceof TrainingRun);
        refuse(GRADIENTS, original, "where a Playground link trains");
        LEARNED.forEach(name -> refuse(name, original && files.hasFilms(), "in a GIF where a Playground link trains"));
    }

    private void refuse(String name, boolean unfit, String where) {
        if (unfit && names.contains(name)) {
            throw new InvalidInputException("--charts", "without " + name + " " + where, name);
        }
    }

    /** Checks that the charts can be written to a folder. */
    void refuseUnwritable(Path folder) {
        names.forEach(name -> files.refuseUnwritable(folder, name));
    }

    /** See {@link ChartFiles#prepare}. */
    void prepare() {
        if (!names.isEmpty()) {
            files.prepare(new LossChart(texts, ChartTheme.LIGHT).chart());
        }
    }

    /** Starts collecting data; call it before the run's first step. */
    void follow(Training run) {
        if (files.hasFilms() && !names.isEmpty()) {
            films = new RunFilms(run, names.stream().anyMatch(LEARNED::contains));
        }
    }

    void add(EpochReport report) {
        if (films != null) {
            films.add(report);
        }
        trainLoss.add(report.epoch(), report.trainLoss());
        validationLoss.add(report.epoch(), report.validationLoss());
        trainAccuracy.add(report.epoch(), report.trainAccuracy());
        validationAccuracy.add(report.epoch(), report.validationAccuracy());
    }

    /**
     * Writes the charts to a folder, each with its embedded source document, and deletes charts of an earlier run that
     * are not requested now.
     *
     * @param run the finished run
     * @param subject what was trained
     */
    void write(Path folder, Training run, RunSubject subject, TrainingOutcome outcome) throws IOException {
        RunPictures pictures = new RunPictures(run.partition(), subject, texts);
        for (String name : NAMES) {
            if (!names.contains(name)) {
                ChartFiles.remove(folder, name);
                continue;
            }
            ChartFiles.One file = files.one(folder, name, subject.document().apply(folder));
            if (LEARNED.contains(name)) {
                LearnedChart<?> chart = pictures.of(name);
                file.write(chart.of(Learned.resulting(run)));
                if (films != null) {
                    films.learned(chart, file);
                }
            } else {
                TrainingShot shot = LOSS.equals(name)
                        ? shot(trainLoss, validationLoss, subject, outcome)
                        : shot(trainAccuracy, validationAccuracy, subject, outcome);
                Reel<TrainingShot> reel = LOSS.equals(name) ? loss(subject, shot) : accuracy(subject, shot);
                reel.show().accept(shot);
                file.write(reel.chart());
                if (films != null && LOSS.equals(name)) {
                    films.curves(reel, shot, EpochReport::trainLoss, EpochReport::validationLoss, file);
                } else if (films != null) {
                    films.curves(reel, shot, EpochReport::trainAccuracy, EpochReport::validationAccuracy, file);
                }
            }
        }
    }

    private Reel<TrainingShot> loss(RunSubject subject, TrainingShot whole) {
        LossChart chart = new LossChart(texts, ChartTheme.LIGHT);
        chart.loss(subject.loss());
        chart.title(subject.name());
        return new Reel<>(chart.chart(), all -> chart.hold(whole), chart::show);
    }

    private Reel<TrainingShot> accuracy(RunSubject subject, TrainingShot whole) {
        AccuracyChart chart = new AccuracyChart(texts, ChartTheme.LIGHT);
        chart.title(subject.name());
        return new Reel<>(chart.chart(), all -> chart.hold(whole), chart::show);
    }

    private static TrainingShot shot(
            BoundedSeries train, BoundedSeries validation, RunSubject subject, TrainingOutcome outcome) {
        boolean diverged = outcome instanceof TrainingOutcome.Diverged;
        int last = diverged ? subject.epochs() : outcome.epochs();
        TrainingShot shot = TrainingShot.of(new RunCurves(train.curve(), validation.curve()), last);
        return diverged ? shot.divergedIn(outcome.epochs() + 1) : shot;
    }
}
