package hyperlab.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.train.EpochReport;
import org.junit.jupiter.api.Test;

class RunHistoryTest {
    private final RunHistory history = new RunHistory();

    private void add(double... validationLosses) {
        for (double loss : validationLosses) {
            EpochReport newest = history.newest();
            int epoch = newest == null ? 0 : newest.epoch() + 1;
            history.add(new EpochReport(epoch, epoch, 1, loss, 1, 1, 0.03, 0, 0));
        }
    }

    @Test
    void theBestIsTheEarliestOfTheLowest() {
        add(3, 2, 2, 4);
        assertEquals(1, history.best().epoch());
    }

    @Test
    void anyLossIsBetterThanNone() {
        add(Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, 5, Double.NaN, 6);
        assertEquals(3, history.best().epoch());
    }

    @Test
    void rowsAreThinnedEvenlyWithTheLastAndComeBackAsTheyWere() {
        double[] losses = new double[101];
        for (int epoch = 0; epoch < losses.length; epoch++) {
            losses[epoch] = Math.abs(epoch - 33) + 1;
        }
        add(losses);
        add(200);
        RunHistory.Kept kept = history.kept(30);
        assertEquals(4, kept.stride());
        assertEquals(27, kept.rows().size());
        assertEquals(101, kept.rows().get(26).epoch());
        RunHistory back = RunHistory.of(kept.stride(), kept.rows(), history.best(), history.outcome());
        assertEquals(33, back.best().epoch());
        assertEquals(101, back.newest().epoch());
        assertEquals(40, back.at(43).epoch());
        assertEquals(1, history.kept(1000).stride());
    }
}
