package hyperlab.lab.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.Case;
import hyperlab.cases.CaseScore;
import hyperlab.cases.CaseScores;
import hyperlab.cases.MapCase;
import hyperlab.map.RateScaling;
import hyperlab.map.RateScaling.SeedRates;
import hyperlab.cases.PairedSeedStudy;
import hyperlab.data.CsvInference;
import hyperlab.data.CsvPlan;
import hyperlab.data.MissingValues;
import hyperlab.data.PredictionTask;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RunLoader;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.SeededExperiments;
import hyperlab.train.TrainingRun;
import hyperlab.tune.TrialRecord;
import hyperlab.ui.concurrent.StudyRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import javafx.beans.Observable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CasesViewModelTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    private final List<String> refused = new ArrayList<>();
    private final List<Case> all = BundledCases.all();
    private final CasesViewModel lab =
            new CasesViewModel(all, (name, work) -> work.run(), Runnable::run, error -> refused.add(error.line()));

    @TempDir
    private Path folder;

    /** Two maps of three batch sizes, which are computed fast. */
    private static MapCase ownMaps() {
        return ((Document.OfMapCase) Documents.parse(
                        """
                        {"format": "hyperlab-case/1", "name": "own",
                         "map": {"format": "hyperlab-map/1",
                          "experiment": {"format": "hyperlab-experiment/1", "seed": 3,
                           "data": {"source": "moons", "samples": 100},
                           "network": {"hidden": [4], "activation": {"name": "tanh"}},
                           "training": {"optimizer": {"name": "sgd"}, "epochs": 5}},
                          "x": {"key": "training.learningRate", "type": "log", "low": 0.001, "high": 1000, "count": 13},
                          "y": {"key": "training.batchSize", "type": "choice", "values": [8, 16, 32]}, "seeds": 3}}""",
                        "own"))
                .subject();
    }

    private RateScaling scaling(MapCase mapCase) {
        return lab.mapCase().scaling(mapCase).orElseThrow();
    }

    @Test
    void mapsAreComputedAgainAndComparedWithTheRecord() {
        lab.caseFilter().seedsProperty().set(3);
        MapCase own = ownMaps();
        lab.open(new Document.OfMapCase(own), folder);
        assertEquals(CasesViewModel.CasesPage.MAP_CASE, lab.viewStateProperty().get());
        assertEquals(new Document.OfMapCase(own), lab.document());
        assertTrue(lab.mapCase().scaling(own).isEmpty(), "nothing is recorded");
        lab.mapCase().toggleRun();
        assertEquals(3, scaling(own).seeds().size());
        assertEquals(CaseRerunner.RerunVerdict.NOT_RUN, lab.mapCase().verdict(own), "nothing to compare with");

        List<SeedRates> found = scaling(own).seeds();
        MapCase recorded = own.withRecordedRates(found);
        lab.open(recorded);
        assertEquals(CaseRerunner.RerunVerdict.NOT_RUN, lab.mapCase().verdict(recorded));
        lab.mapCase().toggleRun();
        assertEquals(CaseRerunner.RerunVerdict.SAME, lab.mapCase().verdict(recorded));

        MapCase other = own.withRecordedRates(List.of(found.get(1), found.get(0), found.get(2)));
        lab.open(other);
        lab.mapCase().toggleRun();
        assertEquals(CaseRerunner.RerunVerdict.DIFFERENT, lab.mapCase().verdict(other));
        assertEquals(found, scaling(other).seeds(), "what was computed here is shown");
        assertEquals(List.of(), refused);
    }

    private List<String> shown() {
        return lab.caseFilter().filteredCases(ENGLISH).stream().map(Case::name).toList();
    }

    private Case named(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /** Writes a table with two separable classes, a column of row names, text and some missing values. */
    private Path table(int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder text = new StringBuilder("id,a,b,word,class\n");
        for (int i = 0; i < rows; i++) {
            boolean one = i % 2 == 0;
            text.append(i + 1)
                    .append(',')
                    .append(random.nextGaussian() + (one ? 1 : -1))
                    .append(',')
                    .append(i % 40 == 3 ? "" : Double.toString(100 * random.nextGaussian() + (one ? 100 : -100)))
                    .append(",w")
                    .append(i % 3)
                    .append(one ? ",yes\n" : ",no\n");
        }
        return Files.writeString(folder.resolve("clouds.csv"), text);
    }

    // running a case again

    /** The last partial result and the end may arrive as one update; each listener must then see its scores. */
    @Test
    void everyListenerSeesTheScoresOfTheLastUpdate() {
        List<Runnable> updates = new ArrayList<>();
        List<Case> iris = all.stream().filter(one -> one.name().equals("iris")).toList();
        CasesViewModel conflated =
                new CasesViewModel(iris, (name, work) -> work.run(), updates::add, error -> refused.add(error.line()));
        List<CaseRerunner.RerunVerdict> verdicts = new ArrayList<>();
        conflated
                .rerun()
                .stateProperty()
                .addListener(
                        (Observable observed) -> verdicts.add(conflated.rerun().verdict(iris.get(0))));

        conflated.rerun().start(iris, 1, false);
        updates.forEach(Runnable::run);

        assertEquals(CaseRerunner.RerunVerdict.SAME, verdicts.get(verdicts.size() - 1));
    }

    // the gallery

    @Test
    void findsCasesByTextTaskAndTunedHyperparameter() {
        assertEquals(all.stream().map(Case::name).toList(), shown());
        lab.caseFilter().taskProperty().set(TaskFilter.REGRESSION);
        assertEquals(List.of("diabetes"), shown());
        lab.caseFilter().taskProperty().set(TaskFilter.ALL);
        lab.caseFilter().queryProperty().set(" WINE ");
        assertEquals(List.of("wine"), shown());
        lab.caseFilter().queryProperty().set("activation");
        assertTrue(shown().contains("digits"));
        lab.caseFilter().queryProperty().set("");
        lab.caseFilter().tunedProperty().set("training.batchSize");
        assertEquals(List.of("breastCancer"), shown());
        lab.caseFilter().queryProperty().set("no such words");
        assertEquals(List.of(), shown());
    }

    @Test
    void sortsByLargestGainOnRequest() {
        lab.caseFilter().orderProperty().set(CaseOrder.LARGEST_GAIN);
        List<Case> ordered = lab.caseFilter().filteredCases(ENGLISH);
        double before = Double.POSITIVE_INFINITY;
        for (Case one : ordered) {
            double share = CaseFilter.relativeGain(one);
            assertTrue(share <= before, one.name());
            before = share;
        }
        assertEquals(all.size(), ordered.size());
        assertTrue(!ordered.equals(all), "the order is another one");
    }

    @Test
    void filtersCanBeUndoneAndRedone() {
        lab.caseFilter().taskProperty().set(TaskFilter.REGRESSION);
        lab.undo().settle();
        lab.caseFilter().seedsProperty().set(5);
        lab.undo().undo();
        assertEquals(10, lab.seeds());
        lab.undo().undo();
        assertEquals(TaskFilter.ALL, lab.caseFilter().taskProperty().get());
        lab.undo().redo();
        assertEquals(TaskFilter.REGRESSION, lab.caseFilter().taskProperty().get());
    }

    @Test
    void showsRequestedNumberOfRecordedSeeds() {
        Case iris = named("iris");
        lab.caseFilter().seedsProperty().set(3);
        assertEquals(
                iris.recordedScores().before().subList(0, 3), lab.scores(iris).before());
        lab.caseFilter().seedsProperty().set(30);
        assertEquals(iris.recordedScores().seeds(), lab.scores(iris).seeds());
        assertEquals(
                "10 of 30 seeds recorded",
                new CaseText(ENGLISH).missingSeedsText(lab.scores(iris).seeds(), lab.seeds()));
    }

    // rerun

    @Test
    void rerunReproducesRecordedResults() {
        Case iris = named("iris");
        lab.caseFilter().seedsProperty().set(3);
        lab.open(iris);
        assertEquals(CaseRerunner.RerunVerdict.NOT_RUN, lab.rerun().verdict(iris));
        lab.toggleRerunOfOpenCase();

        assertEquals(
                StudyRunner.StudyState.DONE, lab.rerun().stateProperty().get().state());
        assertEquals(CaseRerunner.RerunVerdict.SAME, lab.rerun().verdict(iris));
        assertEquals(
                iris.recordedScores().before().subList(0, 3),
                lab.rerun().scores(iris).before());
        assertEquals(iris.recordedScores().folds(), lab.rerun().scores(iris).folds());
        assertEquals(
                iris.recordedScores().firstSeeds(3), lab.rerun().scores(iris), "single changes and linear reference");
    }

    @Test
    void reportsDeviationFromRecordedResults() {
        Case iris = named("iris");
        CaseScores recorded = iris.recordedScores();
        List<Double> wrong = new ArrayList<>(recorded.after());
        wrong.set(1, wrong.get(1) - 0.01);
        Case forged = iris.withRecordedScores(recorded.with(CaseScore.Configuration.AFTER, wrong));
        lab.caseFilter().seedsProperty().set(3);
        lab.open(forged);
        lab.toggleRerunOfOpenCase();

        assertEquals(CaseRerunner.RerunVerdict.DIFFERENT, lab.rerun().verdict(forged));
    }

    @Test
    void rerunsAllCases() {
        List<Case> two = List.of(named("iris"), named("penguins"));
        CasesViewModel small = new CasesViewModel(two, (name, work) -> work.run(), Runnable::run, error -> {});
        small.caseFilter().seedsProperty().set(3);
        small.toggleRerun();

        two.forEach(one ->
                assertEquals(CaseRerunner.RerunVerdict.SAME, small.rerun().verdict(one), one.name()));
        assertEquals(
                "2 of 2 cases were run again here and gave the recorded numbers.",
                new RerunText(ENGLISH).statusText(small));
    }

    @Test
    void stoppingPreservesFinishedResults() {
        List<Runnable> waiting = new ArrayList<>();
        CasesViewModel slow = new CasesViewModel(all, (name, work) -> waiting.add(work), Runnable::run, error -> {});
        slow.toggleRerun();
        assertTrue(slow.rerun().isRunning());
        assertEquals(CaseRerunner.RerunVerdict.RUNNING, slow.rerun().verdict(all.get(0)));
        slow.toggleRerun();
        assertFalse(slow.rerun().isRunning());
        assertEquals(
                StudyRunner.StudyState.STOPPED,
                slow.rerun().stateProperty().get().state());
        waiting.forEach(Runnable::run);
        assertEquals(CaseRerunner.RerunVerdict.NOT_RUN, slow.rerun().verdict(all.get(0)));
    }

    // an open case

    @Test
    void opensACaseWithItsDataAndClosesIt() {
        assertFalse(lab.showGallery());
        Case wine = named("wine");
        lab.open(wine);

        assertEquals(CasesViewModel.CasesPage.CASE, lab.viewStateProperty().get());
        CasesViewModel.CaseDataInfo glance =
                Objects.requireNonNull(lab.dataInfoProperty().get());
        assertEquals(178, glance.data().samples());
        assertEquals(178, glance.train() + glance.validation() + glance.test());
        assertEquals(44, glance.test());
        assertEquals(new Document.OfCase(wine), lab.document());
        assertTrue(lab.showGallery());
        assertEquals(CasesViewModel.CasesPage.GALLERY, lab.viewStateProperty().get());
    }

    @Test
    void comparesStandardizationUnderTheSameSeeds() {
        Case wine = named("wine");
        lab.caseFilter().seedsProperty().set(3);
        lab.open(wine);
        lab.toggleScalingComparison();

        List<PairedSeedStudy.SeedScore> results = lab.scalingProperty().get().results();
        double[] scaled = PairedSeedStudy.values(results, 1, 2);
        assertEquals(3, PairedSeedStudy.values(results, 0, 2).length);
        assertTrue(wine.after().data().standardize());
        for (int seed = 0; seed < 3; seed++) {
            assertEquals(
                    wine.recordedScores().after().get(seed), scaled[seed], 1e-12, "the tuned one as it was recorded");
        }
    }

    @Test
    void opensOnTheListOfCasesAndLoadsACaseFromFile() {
        lab.open(lab.document(), null);
        assertEquals(CasesViewModel.CasesPage.GALLERY, lab.viewStateProperty().get());
        lab.open(new Document.OfCase(all.get(0)), folder);
        assertEquals(CasesViewModel.CasesPage.CASE, lab.viewStateProperty().get());
    }

    // user data

    @Test
    void turnsATableIntoATunedCase() throws IOException {
        lab.caseFilter().seedsProperty().set(3);
        lab.openTable(table(160));
        UserDataViewModel own = lab.userData();
        assertEquals(CasesViewModel.CasesPage.OWN, lab.viewStateProperty().get());
        assertEquals(UserDataState.PREVIEWED, own.stateProperty().get());
        CsvInference guess = Objects.requireNonNull(own.inferenceProperty().get());
        assertEquals("class", guess.plan().target());
        assertEquals(List.of("a", "b", "word"), guess.plan().features());
        assertEquals(List.of("word"), guess.plan().categories());
        assertEquals(MissingValues.DROP, guess.plan().missing());
        assertTrue(guess.plan().standardize());

        own.train(3);
        assertEquals(UserDataState.TRAINED, own.stateProperty().get());
        UserBaseline trained = own.baselineProperty().get();
        Experiment baseline = Objects.requireNonNull(trained.experiment());
        assertEquals(3, trained.values().size());
        assertEquals(156, trained.rows());
        assertEquals(4, trained.dropped());
        assertEquals(0.25, baseline.data().splitSettings().testFraction());
        assertTrue(
                trained.values().stream().allMatch(value -> value > 0.7),
                trained.values().toString());

        for (int seed = 0; seed < 3; seed++) {
            TrainingRun alone = new RunLoader(null).open(new SeededExperiments(baseline, 3).experimentOf(seed));
            alone.train(report -> {}, () -> false);
            assertEquals(alone.report().validationAccuracy(), trained.values().get(seed), "the test waits for the end");
        }

        own.tune(3);
        assertEquals(List.of(), refused);
        assertEquals(CasesViewModel.CasesPage.CASE, lab.viewStateProperty().get());
        CasesViewModel.OpenCase opened =
                Objects.requireNonNull(lab.openCaseProperty().get());
        Case made = opened.workedCase();
        assertEquals("clouds", made.name());
        assertNull(opened.folder(), "its table is named by its whole path");
        assertEquals(3, made.recordedScores().after().size());
        assertEquals(5, made.recordedScores().folds());
        List<TrialRecord> trials = own.trialsProperty().get();
        assertEquals(made.study().trials(), trials.size());
        assertNotNull(lab.dataInfoProperty().get());

        Document saved = Documents.parse(Documents.write(lab.document()), "clouds");
        assertEquals(lab.document(), saved);
    }

    @Test
    void correctionMarksTrainingAsOutdated() throws IOException {
        lab.openTable(table(60));
        lab.userData().train(3);
        CsvPlan plan =
                Objects.requireNonNull(lab.userData().inferenceProperty().get()).plan();
        lab.userData().changePlan(plan.withFeatures(List.of("a")).withMissing(MissingValues.REFUSE));

        assertEquals(UserDataState.PREVIEWED, lab.userData().stateProperty().get());
        assertNull(lab.userData().baselineProperty().get().experiment());
        assertEquals(
                0,
                Objects.requireNonNull(lab.userData().inferenceProperty().get()).gaps());
        lab.userData().changeTarget("a");
        assertEquals(
                PredictionTask.REGRESSION,
                Objects.requireNonNull(lab.userData().inferenceProperty().get())
                        .plan()
                        .task());
        lab.userData().changeTarget("b");
        assertEquals(
                MissingValues.MEAN,
                Objects.requireNonNull(lab.userData().inferenceProperty().get())
                        .plan()
                        .missing(),
                "rows without a target are left out");
    }

    @Test
    void rejectsInvalidFileWithoutChangingState() throws IOException {
        lab.openTable(table(60));
        lab.openTable(Files.writeString(folder.resolve("bad.csv"), "a,b\n1\n"));
        assertEquals(1, refused.size());
        assertEquals(UserDataState.PREVIEWED, lab.userData().stateProperty().get());
        assertEquals(
                60,
                Objects.requireNonNull(lab.userData().previewProperty().get()).rows());

        CsvPlan plan =
                Objects.requireNonNull(lab.userData().inferenceProperty().get()).plan();
        lab.userData().changePlan(plan.withFeatures(List.of()));
        lab.userData().train(3);
        assertEquals("data.features must name at least one column", refused.get(1));
        lab.userData().changePlan(plan.withMissing(MissingValues.REFUSE));
        lab.userData().train(3);
        assertTrue(refused.get(2).endsWith("column b is empty"), refused.get(2));
        assertEquals(UserDataState.PREVIEWED, lab.userData().stateProperty().get());
    }

    @Test
    void rejectedFileLeavesThePageAsItWas() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), "a,b\n1\n");
        lab.openTable(table(60));
        lab.showGallery();
        lab.openTable(bad);
        assertEquals(CasesViewModel.CasesPage.GALLERY, lab.viewStateProperty().get());
        lab.open(named("iris"));
        lab.openTable(bad);
        assertEquals(CasesViewModel.CasesPage.CASE, lab.viewStateProperty().get());
        lab.openTable(table(70));
        lab.openTable(bad);
        assertEquals(CasesViewModel.CasesPage.OWN, lab.viewStateProperty().get());
        assertEquals(3, refused.size());
    }

    @Test
    void keepsTheUsersCasesOfTheSessionWithTheirFolder() {
        Case iris = named("iris");
        Case own = iris.withRecordedScores(CaseScores.NONE);
        lab.open(iris);
        assertEquals(List.of(), lab.userCases(), "a worked case has its card");
        lab.open(new Document.OfCase(own), folder);
        lab.showGallery();
        assertEquals(List.of(new CasesViewModel.OpenCase(own, folder)), lab.userCases());
        lab.open(own);
        assertEquals(
                new CasesViewModel.OpenCase(own, folder), lab.openCaseProperty().get(), "from its card");
        assertEquals(1, lab.userCases().size());
    }

    @Test
    void rejectingFileDuringBaselineStopsTheTraining() throws IOException {
        List<Runnable> waiting = new ArrayList<>();
        CasesViewModel slow = new CasesViewModel(all, (name, work) -> waiting.add(work), Runnable::run, error -> {});
        slow.openTable(table(60));
        waiting.remove(0).run();
        slow.userData().train(3);
        assertEquals(UserDataState.TRAINING, slow.userData().stateProperty().get());
        slow.openTable(folder.resolve("none.csv"));
        List.copyOf(waiting).forEach(Runnable::run);

        assertEquals(UserDataState.PREVIEWED, slow.userData().stateProperty().get());
        assertFalse(slow.userData().isWorking());
    }

    @Test
    void stopsTheCurrentStep() throws IOException {
        List<Runnable> waiting = new ArrayList<>();
        CasesViewModel slow = new CasesViewModel(all, (name, work) -> waiting.add(work), Runnable::run, error -> {});
        slow.openTable(table(60));
        assertEquals(UserDataState.READING, slow.userData().stateProperty().get());
        slow.userData().stop();
        assertEquals(UserDataState.NONE, slow.userData().stateProperty().get());
        waiting.forEach(Runnable::run);
        assertEquals(UserDataState.NONE, slow.userData().stateProperty().get());
        assertNull(slow.userData().previewProperty().get());
    }
}
