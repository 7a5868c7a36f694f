package hyperlab.app.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSettings;
import hyperlab.data.Partitions;
import hyperlab.diagnosis.NetworkReport;
import hyperlab.diagnosis.RateRange;
import hyperlab.diagnosis.RateTest;
import hyperlab.diagnosis.Sharpness;
import hyperlab.nn.NetworkProbe;
import hyperlab.nn.ParameterVector;
import hyperlab.optim.Optimizers;
import hyperlab.optim.Sgd;
import hyperlab.random.RandomStream;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.EpochReport;
import hyperlab.train.Experiment;
import hyperlab.train.TrainingRun;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measurements of a run, on one thread. */
class InstrumentsTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

    private final TrainingViewModel lab = new TrainingViewModel((name, work) -> work.run(), Runnable::run);

    private static TrainingRun run(Experiment experiment, int epochs) {
        TrainingRun run = new TrainingRun(experiment, Partitions.of(DataSettings.DEFAULT, 42, null), null);
        while (run.epoch() < epochs) {
            run.step();
        }
        return run;
    }

    @Test
    void theRateTestIsThatOfTheCoreAndItsRateIsOneUndoAway() {
        lab.rateTrial().startOrCancel();
        RateTrial.Found found = lab.rateTrial().found().get();
        assertFalse(found.running());
        RateTest expected = RateTest.run(
                Experiment.DEFAULT,
                Partitions.of(DataSettings.DEFAULT, 42, null),
                null,
                RateRange.DEFAULT,
                point -> {},
                () -> false);
        assertEquals(expected.points(), found.points());
        assertEquals(expected.suggestion(), found.suggestion());
        assertTrue(InstrumentPictures.rateNote(found, ENGLISH).startsWith("Worth trying"));
        assertNotNull(InstrumentPictures.rates(found, ENGLISH).suggested());
        lab.rateTrial().use();
        assertEquals(expected.suggestion().to(), lab.experiment().training().learningRate(), 0.01);
        lab.undo().undo();
        assertEquals(0.03, lab.experiment().training().learningRate());
        lab.rateTrial().forget();
        assertEquals(List.of(), lab.rateTrial().found().get().points());
    }

    @Test
    void anExperimentThatCannotBeOpenedIsRefusedInPlace() {
        lab.settings().data().samples().set(2);
        lab.settings().data().trainFraction().set(0.1);
        lab.rateTrial().startOrCancel();
        assertNotNull(lab.rateTrial().found().get().refusal());
        lab.rateTrial().use();
        assertEquals(0.03, lab.experiment().training().learningRate());
    }

    @Test
    void sharpnessIsReadAgainstTheBorderOfTheRate() {
        lab.settings().learning().optimizer().kind().set(new Sgd(0.5, false));
        lab.settings().learning().learningRate().set(0.1);
        lab.plan().choose(1, StageChart.SHARPNESS);
        lab.looks().seen(true);
        lab.playback().stepForward();
        lab.playback().stepForward();
        List<Instruments.Reading> readings = lab.instruments().readings();
        Instruments.Reading newest = readings.get(readings.size() - 1);
        assertEquals(2, newest.place());
        assertEquals((2 + 2 * 0.5) / 0.1, newest.border(), 1e-12);
        TrainingRun same = run(lab.experiment(), 2);
        NetworkProbe probe = new NetworkProbe(same.network());
        Sharpness exact = Sharpness.of(
                probe,
                same.partition().train(),
                0,
                Sharpness.freshStart(same.network(), RandomStream.named(9, "test")),
                1e-4,
                200,
                () -> false);
        assertEquals(exact.value(), newest.sharpness(), 0.3 * exact.value(), "200 of 400 samples");
        Look look = lab.looks().look().get();
        assertNotNull(look);
        String note = InstrumentPictures.sharpnessNote(look, ENGLISH);
        assertTrue(note.contains("border 30"), note);
        assertEquals(
                2,
                InstrumentPictures.sharpness(lab.instruments(), look, ENGLISH)
                        .lines()
                        .size());
    }

    @Test
    void anAdaptiveOptimizerHasNoBorder() {
        lab.plan().choose(1, StageChart.SHARPNESS);
        lab.looks().seen(true);
        assertTrue(Double.isNaN(lab.instruments().readings().get(0).border()));
        assertEquals(0, lab.instruments().borders().size());
        Look look = lab.looks().look().get();
        assertNotNull(look);
        assertTrue(InstrumentPictures.sharpnessNote(look, ENGLISH).contains("adaptive"));
    }

    @Test
    void ratiosAreThoseOfTheNextStepOfTheRunItself() {
        lab.plan().choose(1, StageChart.RATIOS);
        lab.looks().seen(true);
        lab.playback().stepForward();
        TrainingRun same = run(Experiment.DEFAULT, 1);
        ParameterVector before = ParameterVector.values(same.network());
        same.step();
        double[] expected = NetworkReport.updateToWeight(new NetworkProbe(same.network()), before);
        List<Instruments.Reading> readings = lab.instruments().readings();
        assertEquals(
                Arrays.stream(expected).boxed().toList(),
                readings.get(readings.size() - 1).ratios());
        Look look = lab.looks().look().get();
        assertNotNull(look);
        assertEquals(
                4,
                InstrumentPictures.ratios(lab.instruments(), look, ENGLISH)
                        .lines()
                        .size());
    }

    @Test
    void readingsAreBoundedAndForgottenWithTheRun() {
        lab.plan().choose(1, StageChart.RATIOS);
        lab.looks().seen(true);
        lab.playback().stepForward();
        Look look = lab.looks().look().get();
        assertNotNull(look);
        Instruments instruments = new Instruments();
        for (int epoch = 0; epoch < 3 * Instruments.MOST; epoch++) {
            Look.When when = look.when();
            EpochReport row = when.report();
            instruments.read(new Look(
                    look.order(),
                    new Look.When(
                            when.experiment(),
                            when.partition(),
                            new EpochReport(epoch, row.step(), 1, 1, 1, 1, 1, 1, 1),
                            when.step()),
                    look.network(),
                    look.predictions(),
                    null));
        }
        assertTrue(instruments.readings().size() <= Instruments.MOST);
        lab.settings().learning().optimizer().kind().set(Optimizers.named("sgd"));
        lab.stageRun().restart();
        assertEquals(1, lab.instruments().readings().size());
        lab.plan().choose(1, StageChart.WEIGHTS);
        assertNull(lab.looks().look().get().network().measures().sharpness());
    }
}
