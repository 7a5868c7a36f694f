package hyperlab.lab.training.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hyperlab.file.ExperimentOverrides;
import hyperlab.file.runs.SavedHistory;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
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
    void bestIsTheEarliestOfTheLowest() {
        add(3, 2, 2, 4);
        assertEquals(1, history.best().epoch());
    }

    @Test
    void anyLossIsBetterThanNone() {
        add(Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, 5, Double.NaN, 6);
        assertEquals(3, history.best().epoch());
    }

    @Test
    void thinsRowsEvenlyIncludingTheLastAndRestoresThem() {
        double[] losses = new double[101];
        for (int epoch = 0; epoch < losses.length; epoch++) {
            losses[epoch] = Math.abs(epoch - 33) + 1;
        }
        add(losses);
        add(200);
        SavedHistory kept = history.toSaved(30);
        assertEquals(4, kept.stride());
        assertEquals(27, kept.rows().size());
        assertEquals(101, kept.rows().get(26).epoch());
        RunHistory back = RunHistory.of(kept);
        assertEquals(33, back.best().epoch());
        assertEquals(101, back.newest().epoch());
        assertEquals(40, back.atOrBefore(43).epoch());
        assertEquals(1, history.toSaved(1000).stride());
    }

    @Test
    void drawsSavedBranchFromItsStartWithItsChanges() {
        add(5, 4, 3, 2);
        Experiment before = Experiment.DEFAULT;
        Experiment after = ExperimentOverrides.with(before, "training.batchSize", "8");
        RunHistory branch = history.branch(2);
        branch.addMarker(new ChangeMarker("training.batchSize", 2.5, 30, before, after), 0);
        branch.add(new EpochReport(3, 36, 1, 1, 1, 1, 0.1, 0, 0));

        RunHistory back = RunHistory.of(branch.toSaved(100));

        assertEquals(2, back.branchedAt());
        assertEquals(2, back.loss().validation().size());
        assertEquals(2, back.loss().validation().x(0));
        assertEquals(4, back.atOrBefore(1).validationLoss());
        assertEquals(
                "Batch size 32 → 8 at step 30",
                ChangeMarker.listText(back.markers()).format(Texts.in(Language.ENGLISH)));
        assertEquals(branch.toSaved(100), back.toSaved(100));
    }
}
