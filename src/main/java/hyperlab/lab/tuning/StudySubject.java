package hyperlab.lab.tuning;

import hyperlab.data.CsvPlan;
import hyperlab.data.CsvPreview;
import hyperlab.data.CsvSettings;
import hyperlab.data.DataSettings;
import hyperlab.train.Experiment;
import hyperlab.tune.TuningStudy;
import hyperlab.ui.SettingsState;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the study tunes: a known function, or an experiment on a generator, a bundled data set or the user's table. Each
 * change is one undo step. FX thread only.
 */
final class StudySubject {
    private final SettingsState<TuningStudy> settings;
    private final TableColumns tables;
    private TuningStudy dataStudy;
    private TrialSource trialSource = new TrialSource(null);

    /** @param settings have the study; the first one is of an experiment */
    StudySubject(SettingsState<TuningStudy> settings, TableColumns tables) {
        this.settings = settings;
        this.tables = tables;
        dataStudy = settings.get();
    }

    /** Creates the trials of the study. */
    TrialSource trialSource() {
        return trialSource;
    }

    /** Sets the base folder of the experiment's relative paths; null for the working directory. */
    void setFolder(@Nullable Path folder) {
        trialSource = new TrialSource(folder);
    }

    /** The study of an experiment that is shown, or that was shown before the known function. */
    TuningStudy dataStudy() {
        return dataStudy;
    }

    /** Follows the study that is shown. */
    void setStudy(TuningStudy study) {
        dataStudy = study.function() == null ? study : dataStudy;
    }

    /** Tunes a known function with its default study. */
    void tune(String function) {
        change(study -> DefaultStudies.studyOf(function));
    }

    /**
     * Tunes an experiment with its default study.
     *
     * @param folder the base folder of its relative paths; null for the working directory
     */
    void tune(Experiment experiment, @Nullable Path folder) {
        setFolder(folder);
        change(study -> DefaultStudies.studyOf(experiment));
    }

    /** Tunes on a generator's or a bundled data set; coming from a known function, the study that was there before. */
    void tuneOnData(String source) {
        Experiment experiment = experiment();
        if (experiment.data().source().equals(source)) {
            change(study -> dataStudy);
        } else {
            change(study -> StudyData.withSource(dataStudy, experiment, source));
        }
    }

    /** Tunes on the user's table. Its use is inferred, as in the Cases lab. */
    void tuneOnTable(Path file) {
        tables.read(file, preview -> changeTable(preview, null));
    }

    /** Tunes on the user's table as planned. */
    void tuneOnTable(Path file, CsvPlan plan) {
        change(study -> StudyData.withTable(dataStudy, experiment(), file, plan, trialSource.baseFolder()));
    }

    /** How the rows of a table will be split. */
    DataSettings tableSplit() {
        return StudyData.heldOut(experiment().data());
    }

    /** Predicts another column of the table. */
    void predict(String target) {
        tableFile().ifPresent(file -> tables.read(file, preview -> changeTable(preview, target)));
    }

    /** Reads the columns of the table and passes their names on. */
    void readColumns(Consumer<List<String>> use) {
        tableFile().ifPresent(file -> tables.read(file, preview -> use.accept(TableColumns.names(preview))));
    }

    private void changeTable(CsvPreview preview, @Nullable String target) {
        change(study -> StudyData.withTable(dataStudy, experiment(), preview, target, trialSource.baseFolder()));
    }

    private void change(UnaryOperator<TuningStudy> change) {
        settings.change("tuning.undo.subject", change);
    }

    private Experiment experiment() {
        return Objects.requireNonNull(dataStudy.experiment());
    }

    private Optional<Path> tableFile() {
        CsvSettings csv = experiment().data().csv();
        Path base = trialSource.baseFolder();
        return Optional.ofNullable(csv).map(table -> base == null ? Path.of(table.file()) : base.resolve(table.file()));
    }
}
