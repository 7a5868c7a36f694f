package hyperlab.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.Case;
import hyperlab.cases.CasePlan;
import hyperlab.cases.CaseScore.Configuration;
import hyperlab.cases.CaseScores;
import hyperlab.cases.MapCase;
import hyperlab.cases.MapCaseRun;
import hyperlab.learn.LinkedDocuments;
import hyperlab.map.MapAxis;
import hyperlab.map.MapSpecification;
import hyperlab.map.RateScaling.SeedRates;
import hyperlab.map.RecordedBestRates;
import hyperlab.tune.Job;
import hyperlab.tune.JobResult;
import hyperlab.tune.Journal;
import hyperlab.tune.JournalEntry;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.StudyListener;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningRun;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Running the cases again reproduces their recorded scores. */
class BundledCasesTest {
    static List<String> names() {
        return BundledCases.NAMES;
    }

    /** All seeds and folds if that is fast; otherwise fewer. */
    @ParameterizedTest
    @CsvSource({
        "iris, 10, 5",
        "wine, 10, 5",
        "penguins, 10, 5",
        "breastCancer, 10, 0",
        "diabetes, 10, 5",
        "digits, 3, 0",
        "mnist, 1, 0"
    })
    void theRecordedNumbersComeOutAgain(String name, int seeds, int folds) {
        Case stored = BundledCases.named(name);
        CasePlan plan = stored.plan().withSeeds(seeds).withFolds(folds);
        CaseScores again = run(stored, plan);

        assertEquals(seeds, again.seeds());
        assertEquals(folds, again.folds());
        assertEquals(plan.trainingCount(), again.count(), "with every single change and the linear reference");
        assertNull(stored.recordedScores().firstDifference(again, stored.metric()));
    }

    /** The case has the map of the page, and the best rates that SciPy's intervals were computed from. */
    @ParameterizedTest
    @ValueSource(strings = "rateScaling")
    void mapCaseIsRecordedOverTenSeedsAndRoundTrips(String name) throws IOException {
        assertEquals(List.of(name), BundledCases.MAP_NAMES);
        MapCase stored = BundledCases.mapNamed(name);
        Document document = new Document.OfMapCase(stored);

        assertEquals(name, stored.name());
        assertEquals(10, stored.map().seeds());
        assertEquals(RecordedBestRates.digits(), stored.recordedRates());
        assertEquals(
                ((Document.OfMap) LinkedDocuments.load("rate-scaling")).map(),
                stored.map().withSeeds(1));
        assertEquals(document, Documents.parse(Documents.write(document), name));
    }

    /** Computes three rows of a map again, as few as a case can have: those with the fewest steps. */
    @Test
    void recordedBestRatesComeOutAgain() {
        MapCase stored = BundledCases.mapNamed("rateScaling");
        MapSpecification small = stored.map()
                .withSeeds(1)
                .withAxes(
                        stored.rates(),
                        new MapAxis(
                                "training.batchSize",
                                new SearchDimension.CategoricalDimension(List.of("128", "256", "512")),
                                3));
        List<SeedRates> found = new ArrayList<>();
        new MapCaseRun(small, map -> MapTrainers.of(map, null), 1, Runnable::run)
                .run(
                        (rates, share) -> {
                            found.clear();
                            found.addAll(rates);
                        },
                        () -> false);

        assertEquals(1, found.size());
        SeedRates recorded = stored.recordedRates().get(0);
        assertEquals(recorded.seed(), found.get(0).seed());
        assertEquals(recorded.rates().subList(5, 8), found.get(0).rates());
    }

    private static CaseScores run(Case stored, CasePlan plan) {
        ExecutorService others = Executors.newCachedThreadPool();
        try {
            return CaseRecorder.run(plan, stored.metric(), others);
        } finally {
            others.shutdown();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isRecordedOverTenSeedsAndRoundTrips(String name) {
        Case stored = BundledCases.named(name);
        Document document = new Document.OfCase(stored);

        assertEquals(name, stored.name());
        assertEquals(10, stored.recordedScores().seeds());
        assertEquals(stored.plan().trainingCount(), stored.recordedScores().count(), "every run is recorded");
        assertEquals(stored.tunedKeys(), stored.recordedScores().keys());
        assertEquals(10, stored.recordedScores().of(Configuration.LINEAR).size());
        assertEquals(document, Documents.parse(Documents.write(document), name));
    }

    /** Replays the study from its stored results; the best trial has the values of the case's {@code after}. */
    @ParameterizedTest
    @MethodSource("names")
    void tunedSettingsAreBestTrialOfStoredStudy(String name) {
        Case stored = BundledCases.named(name);
        TuningRun replay = new TuningRun(
                stored.study(),
                (trial, values) -> {
                    throw new AssertionError("trial " + trial + " is not in the record");
                },
                new StoredJournal(stored.trialResults()),
                new StudyListener() {});
        assertTrue(replay.run(Runnable::run, 1, () -> false));
        TrialRecord best = replay.best().orElseThrow();
        List<String> values = best.values().entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .toList();

        assertEquals(stored.after(), ExperimentOverrides.with(stored.before(), values));
        assertEquals(stored.before(), stored.study().experiment());
        for (CasePlan.SingleChange change : stored.plan().singleChanges()) {
            String key = change.key();
            assertEquals(
                    ExperimentOverrides.with(stored.before(), key, ExperimentOverrides.value(stored.after(), key)),
                    change.changedAlone());
            assertEquals(
                    ExperimentOverrides.with(stored.after(), key, ExperimentOverrides.value(stored.before(), key)),
                    change.setBackAlone());
        }
    }

    private record StoredJournal(List<JournalEntry> found) implements Journal {
        @Override
        public @Nullable JobResult find(Job job) {
            return found.stream()
                    .filter(each -> each.trial() == job.trial() && each.epochs() == job.epochs())
                    .map(JournalEntry::result)
                    .findFirst()
                    .orElse(null);
        }

        @Override
        public void add(Job job, JobResult result) {
            throw new AssertionError(job + " is not in the record");
        }
    }
}
