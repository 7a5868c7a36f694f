package hyperlab.lab.cases;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScores;
import hyperlab.cases.EvaluationData;
import hyperlab.cases.MapCase;
import hyperlab.cases.PairedSeedStudy;
import hyperlab.data.CsvPlan;
import hyperlab.data.DataSet;
import hyperlab.data.DataSplit;
import hyperlab.data.DataSplitter;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.lab.LabViewModel;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import hyperlab.ui.concurrent.StudyRunner;
import hyperlab.ui.concurrent.TaskExecutor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Cases lab: the worked cases, the open case, and a user's table that is made into a case. Reruns
 * run on worker threads, also while the lab is not on stage, and can be stopped. The lab has nothing to play back.
 */
public final class CasesViewModel extends LabViewModel<CaseFilterSettings, CasesViewModel.CasesPage> {
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors());

    private final CaseFilter caseFilter;
    private final CaseRerunner rerun;
    private final UserDataViewModel userData;
    private final MapCaseViewModel mapCase;
    private final StudyRunner<PairedSeedStudy.SeedScore> scaling;
    private final ReadOnlyObjectWrapper<@Nullable OpenCase> opened = new ReadOnlyObjectWrapper<>(this, "opened", null);
    private final ReadOnlyObjectWrapper<@Nullable CaseDataInfo> glance =
            new ReadOnlyObjectWrapper<>(this, "glance", null);
    private final ObservableList<OpenCase> userCases = FXCollections.observableArrayList();
    private final ObservableList<OpenCase> readOnlyUserCases = FXCollections.unmodifiableObservableList(userCases);
    private final TaskExecutor workers;
    private final Executor fxExecutor;
    private final Consumer<InvalidInputException> onInvalidInput;

    /** The pages of the lab's stage. */
    public enum CasesPage {
        GALLERY,
        CASE,
        MAP_CASE,
        OWN
    }

    /**
     * The open case.
     *
     * @param folder the folder that its paths are relative to; null for the working directory
     */
    public record OpenCase(Case workedCase, @Nullable Path folder) {}

    /**
     * The data of the open case.
     *
     * @param targets the targets of the training, validation and test parts
     */
    public record CaseDataInfo(OpenCase openCase, DataSet data, List<double[]> targets) {
        public CaseDataInfo {
            targets = List.copyOf(targets);
        }

        /** The number of training rows. */
        public int train() {
            return targets.get(0).length;
        }

        /** The number of validation rows. */
        public int validation() {
            return targets.get(1).length;
        }

        /** The number of test rows. */
        public int test() {
            return targets.get(2).length;
        }
    }

    /**
     * Creates a lab with these cases.
     *
     * @param cases the worked cases, easy ones first; at least one
     * @param workers runs the work
     * @param fxExecutor delivers the results: the FX thread
     * @param onInvalidInput receives each rejected input; the previous state is kept
     */
    public CasesViewModel(
            List<Case> cases,
            TaskExecutor workers,
            Executor fxExecutor,
            Consumer<InvalidInputException> onInvalidInput) {
        super("cases.case", CaseFilterSettings.DEFAULT, onInvalidInput);
        this.workers = workers;
        this.fxExecutor = fxExecutor;
        this.onInvalidInput = onInvalidInput;
        List<List<String>> questions = BundledCases.maps().stream()
                .map(map -> List.of(map.rates().key(), map.batchSizes().key()))
                .toList();
        caseFilter = new CaseFilter(cases, questions, settingsState());
        rerun = new CaseRerunner(workers, fxExecutor, onInvalidInput);
        userData = new UserDataViewModel(workers, fxExecutor, onInvalidInput, this::open);
        mapCase = new MapCaseViewModel(workers, fxExecutor, onInvalidInput, this::seeds);
        scaling = new StudyRunner<>("scaling", workers, fxExecutor);
        setViewState(CasesPage.GALLERY);
    }

    // properties

    public CaseFilter caseFilter() {
        return caseFilter;
    }

    public CaseRerunner rerun() {
        return rerun;
    }

    /** The case that maps answer. */
    public MapCaseViewModel mapCase() {
        return mapCase;
    }

    public UserDataViewModel userData() {
        return userData;
    }

    /** The open case, or the one that was open last; null before the first. */
    public ReadOnlyObjectProperty<@Nullable OpenCase> openCaseProperty() {
        return opened.getReadOnlyProperty();
    }

    /** The user's cases that were open in this session, the newest first. */
    public ObservableList<OpenCase> userCases() {
        return readOnlyUserCases;
    }

    /** The data of that case; null until it has been loaded. */
    public ReadOnlyObjectProperty<@Nullable CaseDataInfo> dataInfoProperty() {
        return glance.getReadOnlyProperty();
    }

    /** Results of the open case without and with standardized features, under the same seeds. */
    ReadOnlyObjectProperty<StudyRunner.StudyStatus<PairedSeedStudy.SeedScore>> scalingProperty() {
        return scaling.statusProperty();
    }

    /** The number of test rows of the open case; 0 until its data has been loaded. */
    int testRows() {
        CaseDataInfo info = glance.get();
        return info == null ? 0 : info.test();
    }

    int seeds() {
        return (int) caseFilter.seedsProperty().get();
    }

    /**
     * The scores to show for a case: those of a rerun if it is running or has at least as many seeds as recorded,
     * otherwise the recorded ones. They contain at most the requested number of seeds.
     */
    CaseScores scores(Case one) {
        CaseScores rerunScores = rerun.scores(one);
        boolean isRerun = rerunScores.seeds() > 0
                && (rerun.isRunning()
                        || rerunScores.seeds() >= one.recordedScores().seeds());
        return (isRerun ? rerunScores : one.recordedScores()).firstSeeds(seeds());
    }

    // commands

    /** Opens a case. */
    public void open(Case one) {
        showCase(
                one,
                userCases.stream()
                        .filter(user -> user.workedCase().equals(one))
                        .findFirst()
                        .map(OpenCase::folder)
                        .orElse(null));
    }

    /** Opens a case that maps answer. */
    public void open(MapCase one) {
        showMapCase(one, null);
    }

    private void showMapCase(MapCase one, @Nullable Path folder) {
        mapCase.open(one, folder);
        setViewState(CasesPage.MAP_CASE);
    }

    private void showCase(Case one, @Nullable Path folder) {
        OpenCase now = new OpenCase(one, folder);
        if (!now.equals(opened.get())) {
            opened.set(now);
            keepUserCase(now);
            scaling.setSubject(now);
            glance.set(null);
            loadData(now);
        }
        setViewState(CasesPage.CASE);
    }

    /** Keeps a case that is not one of the worked cases, so that the gallery has a card for it. */
    private void keepUserCase(OpenCase now) {
        if (!caseFilter.all().contains(now.workedCase()) && !userCases.contains(now)) {
            userCases.add(0, now);
        }
    }

    private void loadData(OpenCase now) {
        workers.run("glance", () -> {
            try {
                Experiment experiment = now.workedCase().after();
                DataSet data = DataSplitter.load(experiment.data(), experiment.seed(), now.folder());
                DataSplit parts = DataSplitter.split(data, experiment.data(), experiment.seed());
                CaseDataInfo found = new CaseDataInfo(
                        now,
                        parts.all(),
                        List.of(
                                parts.train().targets(),
                                parts.validation().targets(),
                                parts.test().targets()));
                fxExecutor.execute(() -> {
                    if (now.equals(opened.get())) {
                        glance.set(found);
                    }
                });
            } catch (InvalidInputException error) {
                fxExecutor.execute(() -> onInvalidInput.accept(error));
            }
        });
    }

    /** Returns to the gallery. Returns false if it is already shown. */
    public boolean showGallery() {
        if (viewState() == CasesPage.GALLERY) {
            return false;
        }
        setViewState(CasesPage.GALLERY);
        return true;
    }

    /** Opens a user's table, used as inferred, to make it into a case. */
    void openTable(Path table) {
        openTable(table, null);
    }

    /**
     * Opens a user's table to make it into a case. If it is rejected, the page that was shown before is shown again.
     *
     * @param plan how it is used; null as inferred
     */
    public void openTable(Path table, @Nullable CsvPlan plan) {
        CasesPage before = viewState();
        setViewState(CasesPage.OWN);
        userData.read(table, plan, () -> {
            if (viewState() == CasesPage.OWN) {
                setViewState(before);
            }
        });
    }

    /** Returns to the page of the user's table, if one was read. */
    void showTable() {
        if (userData.previewProperty().get() != null) {
            setViewState(CasesPage.OWN);
        }
    }

    /** Runs all cases again, or stops the rerun. */
    public void toggleRerun() {
        if (rerun.isRunning()) {
            rerun.stop();
        } else {
            rerun.start(caseFilter.all(), seeds(), false);
        }
    }

    /** Runs the open case again with its folds, or stops the rerun. */
    public void toggleRerunOfOpenCase() {
        OpenCase now = opened.get();
        if (rerun.isRunning()) {
            rerun.stop();
        } else if (now != null) {
            rerun.start(now.workedCase(), now.folder(), seeds());
        }
    }

    /** Trains the tuned experiment without and with standardized features, or stops the training. */
    public void toggleScalingComparison() {
        OpenCase now = opened.get();
        if (scaling.statusProperty().get().isRunning()) {
            scaling.stop();
        } else if (now != null) {
            Experiment tuned = now.workedCase().after();
            List<Experiment> both = List.of(
                    tuned.withData(tuned.data().withStandardize(false)),
                    tuned.withData(tuned.data().withStandardize(true)));
            PairedSeedStudy runs = new PairedSeedStudy(
                    both,
                    seeds(),
                    run -> now.workedCase().metric().of(EvaluationData.TEST.of(run)),
                    one -> new TrainingRun(one, DataSplitter.loadAndSplit(one.data(), one.seed(), now.folder()), null),
                    THREADS,
                    task -> workers.run("scaling", task));
            scaling.start(runs);
        }
    }

    @Override
    public Document document() {
        MapCaseViewModel.OpenMapCase openMap = mapCase.openedProperty().get();
        if (viewState() == CasesPage.MAP_CASE && openMap != null) {
            return new Document.OfMapCase(openMap.mapCase());
        }
        OpenCase now = opened.get();
        return new Document.OfCase(now == null ? caseFilter.all().get(0) : now.workedCase());
    }

    /**
     * Opens a case from a file. The first worked case without a folder is the default document, which shows the
     * gallery.
     */
    @Override
    public void open(Document document, @Nullable Path folder) {
        if (document instanceof Document.OfCase caseDocument) {
            if (folder == null && caseDocument.subject().equals(caseFilter.all().get(0))) {
                opened.set(null);
                setViewState(CasesPage.GALLERY);
            } else {
                showCase(caseDocument.subject(), folder);
            }
        } else if (document instanceof Document.OfMapCase mapDocument) {
            showMapCase(mapDocument.subject(), folder);
        }
    }

    @Override
    public void close() {
        super.close();
        rerun.stop();
        mapCase.stop();
        userData.stop();
        scaling.stop();
    }
}
