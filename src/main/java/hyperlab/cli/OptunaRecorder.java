package hyperlab.cli;

import hyperlab.chart.tuning.TuningChartModels;
import hyperlab.cli.io.ChartFileWriter;
import hyperlab.cli.io.CommandOutput;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.ExperimentOverrides;
import hyperlab.file.RelativePaths;
import hyperlab.file.StudyFolder;
import hyperlab.file.disk.AtomicFile;
import hyperlab.file.optuna.OptunaStudy;
import hyperlab.text.Texts;
import hyperlab.tune.NetworkTrialFactory;
import hyperlab.tune.RecordedTrialFactory;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.StudyListener;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialRecord.TrialStatus;
import hyperlab.tune.TuningRun;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the folder of a study that Optuna ran, and a document of it for the Tuning lab. */
final class OptunaRecorder {
    private static final String DOCUMENT = "study.hyperlab-study.json";

    private final CommandOutput console;
    private final Texts texts;
    private final ChartFileWriter files;

    OptunaRecorder(CommandOutput console, Texts texts, ChartFileWriter files) {
        this.console = console;
        this.texts = texts;
        this.files = files;
    }

    /** @param base the base folder of the study's relative paths; null for the working directory */
    void write(OptunaStudy read, @Nullable Path base, Path folder) throws IOException {
        Document.OfStudy document = read.document();
        TuningStudy study = RelativePaths.rebased(document.study(), base, folder.toAbsolutePath());
        StudyCharts charts = new StudyCharts(study, files, texts);
        try (StudyFolder studyFolder = StudyFolder.openGrowing(folder, study, document.results())) {
            charts.requireWritable(folder);
            charts.warmUp();
            TuningRun run = new TuningRun(study, new RecordedTrialFactory(), studyFolder, new StudyListener() {});
            run.run(Runnable::run, 1, () -> false);
            List<TrialRecord> rows = run.rows();
            studyFolder.write(rows);
            run.best().ifPresent(best -> writeBest(study, best, studyFolder));
            charts.write(folder, study, rows, TuningChartModels.recordedCurves(study));
            AtomicFile.write(
                    folder.resolve(DOCUMENT), Documents.write(new Document.OfStudy(study, document.results())));
            print(read, rows);
            printPrunedLast(study, rows);
            console.printLine(
                    texts.get("command.optuna.open", folder.resolve(DOCUMENT).toString()));
        }
    }

    private static void writeBest(TuningStudy study, TrialRecord best, StudyFolder folder) {
        if (study.experiment() == null) {
            folder.writeBest(best);
        } else {
            folder.writeBest(new NetworkTrialFactory(study, ExperimentOverrides::with, null)
                    .experiment(best.trial(), best.values()));
        }
    }

    private void print(OptunaStudy read, List<TrialRecord> rows) {
        console.printLine(texts.get(
                "command.optuna.read",
                Integer.toString(rows.size()),
                count(rows, TrialStatus.COMPLETED),
                count(rows, TrialStatus.PRUNED),
                count(rows, TrialStatus.DIVERGED),
                count(rows, TrialStatus.FAILED),
                count(rows, TrialStatus.RUNNING)));
        if (read.omittedTrials() > 0) {
            console.printLine(texts.get("command.optuna.omittedTrials", Integer.toString(read.omittedTrials())));
        }
        if (!read.omittedKeys().isEmpty()) {
            console.printLine(texts.get("command.optuna.omittedKeys", String.join(", ", read.omittedKeys())));
        }
        if (read.truncated()) {
            console.printLine(texts.get("command.optuna.truncated"));
        }
        if (read.document().study().method() instanceof SearchMethod.Recorded recorded) {
            printThinned(recorded);
        }
        if (!read.directionKnown()) {
            console.printLine(texts.get("command.optuna.direction"));
        }
    }

    private void printThinned(SearchMethod.Recorded recorded) {
        if (recorded.omitted() > 0) {
            console.printLine(texts.get(
                    "command.optuna.tooMany",
                    Integer.toString(recorded.omitted()),
                    Integer.toString(recorded.trials().size())));
        }
        if (recorded.thinnedCurves() > 0) {
            console.printLine(texts.get("command.optuna.thinned", Long.toString(recorded.thinnedCurves())));
        }
    }

    /** Optuna can prune a trial when it reports its last epoch, too. */
    private void printPrunedLast(TuningStudy study, List<TrialRecord> rows) {
        long last = rows.stream().filter(study::isPrunedAtEnd).count();
        if (last > 0) {
            console.printLine(
                    texts.get("command.optuna.prunedLast", Long.toString(last), Integer.toString(study.epochs())));
        }
    }

    private static String count(List<TrialRecord> rows, TrialStatus state) {
        return Long.toString(rows.stream().filter(row -> row.state() == state).count());
    }
}
