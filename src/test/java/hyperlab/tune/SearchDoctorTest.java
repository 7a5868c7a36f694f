package hyperlab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.finding.Argument;
import hyperlab.finding.Finding;
import hyperlab.finding.Message;
import hyperlab.finding.Remedy;
import hyperlab.finding.Severity;
import hyperlab.train.Experiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SearchDoctorTest {
    private static final TuningStudy STUDY = new TuningStudy(
            Experiment.DEFAULT,
            null,
            DefaultSearchSpace.space(),
            SearchMethod.Bayesian.DEFAULT,
            TuningObjective.VALIDATION_LOSS,
            40,
            1,
            1);

    private static final SearchDoctor.Scales UNKNOWN = new SearchDoctor.Scales(Double.NaN, 30);

    /** Trials with these learning rates that improve with a smaller index; NaN for a diverged trial. */
    private static List<TrialRecord> trials(double... rates) {
        List<TrialRecord> rows = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            boolean lost = Double.isNaN(rates[i]);
            rows.add(new TrialRecord(
                    i,
                    lost ? TrialRecord.TrialStatus.DIVERGED : TrialRecord.TrialStatus.COMPLETED,
                    9,
                    lost ? Double.NaN : 0.5 + 0.1 * i,
                    0,
                    Map.of(
                            "training.learningRate",
                            Double.toString(lost ? 0.9 : rates[i]),
                            "training.penalty.l2",
                            "0.001",
                            "training.batchSize",
                            "16"),
                    null));
        }
        return rows;
    }

    private static boolean isValid(String key, String value) {
        return !key.isEmpty() && !value.isEmpty();
    }

    private static List<Finding<List<String>, SearchRemedy>> examine(double... rates) {
        return SearchDoctor.examine(
                new SearchDoctor.Input(STUDY, trials(rates), false, SearchDoctorTest::isValid, UNKNOWN));
    }

    private static List<String> keys(List<? extends Finding<?, ?>> findings) {
        return findings.stream().map(Finding::key).toList();
    }

    private static Remedy<SearchRemedy> remedy(Finding<?, SearchRemedy> finding) {
        return Objects.requireNonNull(finding.remedy());
    }

    @Test
    void unlikeScalesAreNamedBeforeTheFirstTrialUnlessTheyAreStandardizedOrSearched() {
        SearchDoctor.Scales unlike = new SearchDoctor.Scales(30, 30);
        List<Finding<List<String>, SearchRemedy>> results = SearchDoctor.examine(
                new SearchDoctor.Input(STUDY, List.of(), false, SearchDoctorTest::isValid, unlike));
        assertEquals(List.of("tuning.doctor.scales", "tuning.doctor.few"), keys(results));
        List<TuningStudy> remedied = new ArrayList<>();
        remedy(results.get(0)).change().applyTo(new SearchRemedy.Target() {
            @Override
            public void changeStudy(TuningStudy study) {
                remedied.add(study);
            }

            @Override
            public void repeatBest(int trials) {}
        });
        assertEquals(STUDY.experiment(), remedied.get(0).experiment(), "the default stays, to be compared with");
        List<String> keys = new ArrayList<>(STUDY.space().keys());
        keys.add("data.standardize");
        assertEquals(keys, remedied.get(0).space().keys());
        assertNull(SearchDoctor.examine(new SearchDoctor.Input(
                        STUDY.withMethod(new SearchMethod.Manual(List.of())),
                        List.of(),
                        false,
                        SearchDoctorTest::isValid,
                        unlike))
                .get(0)
                .remedy());
        TuningStudy standardized = STUDY.withExperiment(
                STUDY.experiment().withData(STUDY.experiment().data().withStandardize(true)));
        for (SearchDoctor.Input fine : List.of(
                new SearchDoctor.Input(remedied.get(0), List.of(), false, SearchDoctorTest::isValid, unlike),
                new SearchDoctor.Input(standardized, List.of(), false, SearchDoctorTest::isValid, unlike),
                new SearchDoctor.Input(
                        STUDY, List.of(), false, SearchDoctorTest::isValid, new SearchDoctor.Scales(29.9, 30)),
                new SearchDoctor.Input(STUDY, List.of(), false, SearchDoctorTest::isValid, UNKNOWN))) {
            assertEquals(List.of("tuning.doctor.few"), keys(SearchDoctor.examine(fine)));
        }
    }

    @Test
    void fewTrialsAreNotJudged() {
        List<Finding<List<String>, SearchRemedy>> results = examine(1, 1, 1, 1);
        assertEquals(List.of("tuning.doctor.few"), keys(results));
        assertEquals(Severity.NOTE, results.get(0).severity());
    }

    @Test
    void bestTrialsWithOneSeedCanBeRepeated() {
        List<Finding<List<String>, SearchRemedy>> results = examine(0.1, 0.02, 0.1, 0.1, 0.1, 0.3);
        assertEquals(List.of("tuning.doctor.seed"), keys(results));
        assertEquals(
                List.of(Argument.number(0.5, 3), Argument.number(0.6, 3)),
                results.get(0).arguments());
        assertEquals(new SearchRemedy.RepeatBest(5), remedy(results.get(0)).change());
    }

    @Test
    void seedsAreNotReportedWhileTheSearchRuns() {
        assertEquals(
                List.of("tuning.doctor.fine"),
                keys(SearchDoctor.examine(new SearchDoctor.Input(
                        STUDY, trials(0.1, 0.02, 0.1, 0.1, 0.1), true, SearchDoctorTest::isValid, UNKNOWN))));
    }

    @Test
    void bestAtTheUpperEndSuggestsAWiderAxis() {
        Finding<List<String>, SearchRemedy> edge =
                examine(1.0, 0.02, 0.1, 0.1, 0.1).get(0);
        assertEquals("tuning.doctor.edge", edge.key());
        assertEquals(List.of("training.learningRate"), edge.evidence());
        assertEquals(
                List.of(new Argument.Setting("training.learningRate"), Argument.number(1, 3), Argument.number(1, 3)),
                edge.arguments());
        assertEquals(
                Message.of("tuning.doctor.edge.remedy", Argument.number(10, 3)),
                remedy(edge).label());
        assertEquals(new SearchDimension.LogDimension(1e-4, 10), widened(edge));
    }

    @Test
    void bestAtTheLowerEndSuggestsAWiderAxis() {
        assertEquals(
                new SearchDimension.LogDimension(1e-5, 1),
                widened(examine(0.0001, 0.02, 0.1, 0.1, 0.1).get(0)));
    }

    private static SearchDimension widened(Finding<List<String>, SearchRemedy> finding) {
        List<TuningStudy> changed = new ArrayList<>();
        remedy(finding).change().applyTo(new SearchRemedy.Target() {
            @Override
            public void changeStudy(TuningStudy study) {
                changed.add(study);
            }

            @Override
            public void repeatBest(int trials) {
                throw new AssertionError("repeats " + trials);
            }
        });
        return changed.get(0).space().parameters().get(0).dimension();
    }

    @Test
    void invalidWiderEndIsNotSuggested() {
        List<Finding<List<String>, SearchRemedy>> results = SearchDoctor.examine(new SearchDoctor.Input(
                STUDY,
                trials(1.0, 0.02, 0.1, 0.1, 0.1),
                false,
                (key, value) -> Double.parseDouble(value) <= 1,
                UNKNOWN));
        assertTrue(keys(results).stream().noneMatch("tuning.doctor.edge"::equals));
    }

    @Test
    void reportsMoreThanAQuarterOfTrialsWithoutAValue() {
        Finding<List<String>, SearchRemedy> found =
                examine(0.1, Double.NaN, Double.NaN, 0.1, 0.1).get(0);
        assertEquals("tuning.doctor.lost", found.key());
        assertEquals(Severity.WARNING, found.severity());
        assertEquals(List.of(Argument.integer(2), Argument.integer(5)), found.arguments());
        assertTrue(keys(examine(0.1, 0.1, 0.1, Double.NaN, 0.1)).stream().noneMatch("tuning.doctor.lost"::equals));
    }

    @Test
    void knownFunctionHasNeitherBoundaryNorSeedFindings() {
        TuningStudy bowl = new TuningStudy(
                null,
                "bowl",
                new FunctionTrialFactory("bowl").space(),
                SearchMethod.Bayesian.DEFAULT,
                TuningObjective.VALIDATION_LOSS,
                40,
                1,
                1);
        List<TrialRecord> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(new TrialRecord(
                    i, TrialRecord.TrialStatus.COMPLETED, 1, i, 0, Map.of("x", "1.0", "y", "0.5"), null));
        }
        List<Finding<List<String>, SearchRemedy>> results =
                SearchDoctor.examine(new SearchDoctor.Input(bowl, rows, false, SearchDoctorTest::isValid, UNKNOWN));
        assertEquals(List.of("tuning.doctor.fine"), keys(results));
        assertEquals(Severity.GOOD, results.get(0).severity());
    }
}
