package hyperlab.lab.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.train.Experiment;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TuningStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchDoctorTest {
    private static final TuningStudy STUDY = DefaultStudies.studyOf(Experiment.DEFAULT);

    /**
     * Examines a search whose trials have these learning rates and improve with a smaller index; NaN for a diverged
     * trial.
     */
    private static List<SearchDiagnosis> examine(TuningStudy study, double... rates) {
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
        SearchState search =
                new SearchState(study, SearchState.SearchStatus.READY, rows, List.of(), List.of(), Map.of(), 0);
        return SearchDoctor.examine(SearchSnapshot.of(search, rows.size()));
    }

    @Test
    void fewTrialsSayNothing() {
        assertEquals(List.of(new SearchDiagnosis.TooFewTrials()), examine(STUDY, 0.1, 0.1, 0.1, 0.1));
    }

    @Test
    void oneSeedPerTrialMayBeLuck() {
        assertEquals(
                List.of(new SearchDiagnosis.SingleSeed(0.5, 0.6, 5)), examine(STUDY, 0.1, 0.02, 0.1, 0.1, 0.1, 0.3));
    }

    @Test
    void aBestAtTheEdgeAsksForAWiderAxis() {
        SearchDiagnosis first = examine(STUDY, 1.0, 0.02, 0.1, 0.1, 0.1).get(0);
        SearchDiagnosis.BestAtBoundary edge = assertInstanceOf(SearchDiagnosis.BestAtBoundary.class, first);
        assertEquals(1, edge.end());
        assertEquals(10, edge.widerEnd());
        assertEquals(
                new SearchDimension.LogDimension(1e-4, 10),
                edge.remedied().orElseThrow().space().parameters().get(0).dimension());
        SearchDiagnosis low = examine(STUDY, 0.0001, 0.02, 0.1, 0.1, 0.1).get(0);
        assertEquals(
                1e-5,
                assertInstanceOf(SearchDiagnosis.BestAtBoundary.class, low).widerEnd());
    }

    @Test
    void manyTrialsWithoutAValueAreTold() {
        List<SearchDiagnosis> found = examine(STUDY, 0.1, Double.NaN, Double.NaN, 0.1, 0.1);
        assertEquals(new SearchDiagnosis.FailedTrials(2, 5), found.get(0));
        assertTrue(examine(STUDY, 0.1, 0.1, 0.1, Double.NaN, 0.1).stream()
                .noneMatch(diagnosis -> diagnosis instanceof SearchDiagnosis.FailedTrials));
    }

    @Test
    void aKnownFunctionHasNothingToRepeat() {
        TuningStudy bowl = DefaultStudies.studyOf("bowl");
        List<TrialRecord> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(new TrialRecord(
                    i, TrialRecord.TrialStatus.COMPLETED, 1, i, 0, Map.of("x", "1.0", "y", "0.5"), null));
        }
        SearchState search =
                new SearchState(bowl, SearchState.SearchStatus.DONE, rows, List.of(), List.of(), Map.of(), 0);
        assertEquals(List.of(new SearchDiagnosis.NoProblems()), SearchDoctor.examine(SearchSnapshot.of(search, 6)));
    }
}
