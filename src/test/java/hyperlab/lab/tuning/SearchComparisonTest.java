package hyperlab.lab.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.cases.DefaultComparison;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.RunLoader;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import hyperlab.train.PairedDifference;
import hyperlab.train.Quantiles;
import hyperlab.train.SeededExperiments;
import hyperlab.train.TrainingRun;
import hyperlab.tune.PairedComparison;
import hyperlab.tune.SearchDimension;
import hyperlab.tune.SearchMethod;
import hyperlab.tune.SearchSpace;
import hyperlab.tune.TrialRecord;
import hyperlab.tune.TrialReplication;
import hyperlab.tune.TuningStudy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a result is worth: races of methods, repeats of the best trials, and the comparison with the default. */
class SearchComparisonTest extends TuningLabFixture {
    @Test
    void comparesTheBestTrialWithTheDefaultAndKeepsTheAnswer() {
        assertEquals(
                ComparisonStatus.ComparisonPhase.NO_TRIAL,
                lab.comparisonProperty().get().phase());
        lab.tune("bowl");
        assertEquals(
                ComparisonStatus.ComparisonPhase.FUNCTION,
                lab.comparisonProperty().get().phase());
        lab.tune(small(), null);
        lab.settings().methodProperty().set("random");
        lab.settings().trialsProperty().set(6);
        play();
        assertEquals(
                ComparisonStatus.ComparisonPhase.READY,
                lab.comparisonProperty().get().phase());
        lab.toggleComparison();
        ComparisonStatus done = lab.comparisonProperty().get();
        assertEquals(ComparisonStatus.ComparisonPhase.DONE, done.phase());
        assertEquals(10, done.pairs());
        int best = snapshot().best().orElseThrow().trial();
        assertEquals(best, Objects.requireNonNull(done.comparison()).trial());
        TuningViewModel other =
                new TuningViewModel((name, work) -> work.run(), Runnable::run, error -> refused.add(error.line()));
        other.open(Documents.parse(Documents.write(lab.document()), "x"), null);
        assertEquals(done, other.comparisonProperty().get());
        lab.playback().seek(2);
        assertEquals(done, lab.comparisonProperty().get(), "the playback position does not matter");
        lab.settings().seedProperty().set(99);
        play();
        assertEquals(
                ComparisonStatus.ComparisonPhase.READY,
                lab.comparisonProperty().get().phase());
    }

    @Test
    void aDefaultThatIsBestIsNotCompared() {
        lab.tune(small(), null);
        lab.settings()
                .settingsState()
                .set(lab.study()
                        .withSpace(new SearchSpace(List.of(new SearchSpace.Hyperparameter(
                                "training.learningRate",
                                new SearchDimension.CategoricalDimension(List.of(
                                        Double.toString(small().training().learningRate()), "1e-9")))))));
        lab.settings().methodProperty().set("grid");
        play();
        assertEquals(
                ComparisonStatus.ComparisonPhase.SAME,
                lab.comparisonProperty().get().phase());
        lab.toggleComparison();
        assertEquals(
                ComparisonStatus.ComparisonPhase.SAME,
                lab.comparisonProperty().get().phase());
    }

    @Test
    void manuallyPickedPointsRemainNextToTheMethods() {
        lab.tune("himmelblau");
        lab.pick(lab.valuesAt(0.8, 0.7));
        lab.pick(lab.valuesAt(0.2, 0.3));
        assertEquals("manual", lab.study().method().name());
        assertEquals(2, snapshot().rows().size());
        List<TrialRecord> own = snapshot().rows();
        lab.undo().undo();
        assertEquals(own.subList(0, 1), snapshot().rows());
        lab.undo().redo();
        lab.settings().methodProperty().set("random");
        assertEquals(own, lab.manualTrials());
        lab.settings().setAxis(0, new SearchDimension.LinearDimension(0, 1));
        assertEquals(List.of(), lab.manualTrials(), "in another space they mean nothing");
    }

    @Test
    void raceShowsABandAndCountsWins() {
        lab.tune("branin");
        lab.settings().trialsProperty().set(20);
        lab.race().seedsProperty().set(3);
        lab.startRace();
        List<MethodRaceViewModel.MethodStanding> standings = lab.race().standings();
        assertEquals(2, standings.size());
        assertEquals(3, standings.get(0).seeds());
        assertEquals(3, standings.get(0).ahead() + standings.get(1).ahead());
        MethodRaceViewModel.MethodStanding bayesian = standings.get(1);
        assertTrue(bayesian.median()[19] < standings.get(0).median()[19]);
        assertTrue(bayesian.low()[19] <= bayesian.median()[19] && bayesian.median()[19] <= bayesian.high()[19]);
        lab.race().chosen("random").set(false);
        lab.startRace();
        assertEquals(List.of("methods must be two to five that race, got 1"), refused);
        lab.settings().trialsProperty().set(21);
        assertEquals(0, lab.race().statusProperty().get().results().size(), "another budget is another race");
    }

    @Test
    void raceComparesEachSearchWithTheFirstUnderTheSameSeeds() {
        lab.tune("branin");
        lab.settings().trialsProperty().set(20);
        lab.race().seedsProperty().set(6);
        lab.startRace();
        List<MethodRaceViewModel.MethodStanding> standings = lab.race().standings();
        assertNull(standings.get(0).againstFirst());
        PairedComparison comparison = Objects.requireNonNull(standings.get(1).againstFirst());
        List<MethodRaceViewModel.FinishedSearch> searches =
                lab.race().statusProperty().get().results();
        double[] differences = new double[6];
        searches.forEach(search -> differences[search.seed()] +=
                (search.method() == 1 ? 1 : -1) * search.course().best()[19]);
        PairedDifference expected = PairedDifference.of(new double[6], differences);
        assertEquals(
                expected.mean(), Objects.requireNonNull(comparison.difference()).mean(), 1e-12);
        assertEquals(expected.to(), comparison.difference().to(), 1e-12);
        String said = new RaceText(Texts.in(Language.ENGLISH)).describeStandings(standings, false);
        assertTrue(said.contains(" of 6 seeds."), said);
        assertTrue(said.contains("Against random search under the same seeds"), said);
        assertTrue(said.contains("n = 6"), said);
        String running = new RaceText(Texts.in(Language.ENGLISH)).describeStandings(standings, true);
        assertFalse(running.contains("Against"), "no verdict before the end");
        MethodRaceViewModel.MethodStanding first = standings.get(0);
        String begun = new RaceText(Texts.in(Language.ENGLISH))
                .describeStandings(
                        List.of(new MethodRaceViewModel.MethodStanding(
                                first.racer(), 1, first.median(), first.low(), first.high(), 1, null)),
                        true);
        assertTrue(begun.contains("ahead in 1 of 1 seed."), begun);
    }

    @Test
    void aSavedStudyRacesAgainstTheCurrentOne() throws IOException {
        lab.tune("branin");
        lab.settings().trialsProperty().set(10);
        TuningStudy narrow = lab.study()
                .withSpace(new SearchSpace(List.of(
                        new SearchSpace.Hyperparameter("x", new SearchDimension.LinearDimension(3, 3.3)),
                        new SearchSpace.Hyperparameter("y", new SearchDimension.LinearDimension(2, 2.6)))))
                .withMethod(new SearchMethod.RandomSearch());
        Path file = Files.writeString(
                folder.resolve("narrow.hyperlab-study.json"), Documents.write(new Document.OfStudy(narrow, List.of())));
        lab.race(file);
        lab.race().chosen("bayesian").set(false);
        lab.race().seedsProperty().set(12);
        lab.startRace();
        List<MethodRaceViewModel.MethodStanding> standings = lab.race().standings();
        assertEquals("narrow", standings.get(1).racer().savedName());
        // Around the minimum at (π, 2.275), every trial is better than most of the whole space.
        assertEquals(
                PairedComparison.Verdict.BETTER,
                Objects.requireNonNull(standings.get(1).againstFirst()).verdict());
        lab.tune("bowl");
        assertNull(lab.race().rivalProperty().get(), "another function");
        InvalidInputException other = assertThrows(InvalidInputException.class, () -> lab.race(file));
        assertEquals(Rule.COMPARABLE_STUDY, other.rule());
    }

    @Test
    void repeatsBestTrialsUnderOtherSeeds() {
        lab.tune(small(), null);
        lab.settings().methodProperty().set("random");
        lab.settings().trialsProperty().set(6);
        play();
        lab.repeatBest();
        assertEquals(5, lab.replicationStatusProperty().get().results().size());
        assertEquals(10, lab.replicationStatusProperty().get().results().get(0).values().length);
        assertEquals(
                snapshot().best().orElseThrow(),
                lab.replicationStatusProperty().get().results().get(0).row());
        double[] repeated =
                lab.replicationStatusProperty().get().results().get(0).values();
        Experiment trial = ((Document.OfExperiment)
                        lab.experiment(snapshot().best().orElseThrow()).orElseThrow())
                .experiment();
        // Seed 1 and 6 trials: the seeds are 7 … 16, and Training has the same runs from seed 7 on.
        SeededExperiments training = new SeededExperiments(trial.withSeed(7), 10);
        for (int run = 0; run < 10; run++) {
            TrainingRun alone = new RunLoader(null).open(training.experimentOf(run));
            alone.train(report -> {}, () -> false);
            assertEquals(alone.report().validationLoss(), repeated[run]);
        }
        String said = new RepeatsText(Texts.in(Language.ENGLISH))
                .describe(lab.study(), lab.replicationStatusProperty().get().results(), false, 1);
        assertTrue(said.contains("The seeds are 7 to 16"), said);
        assertTrue(Arrays.stream(lab.replicationStatusProperty()
                                .get()
                                .results()
                                .get(0)
                                .values())
                        .distinct()
                        .count()
                > 1);
    }

    @Test
    void repeatsDecideWhichTrialIsBest() {
        lab.tune(small(), null);
        lab.settings().methodProperty().set("random");
        lab.settings().trialsProperty().set(8);
        lab.settings().seedProperty().set(5);
        play();
        TrialRecord lucky = snapshot().best().orElseThrow();
        lab.toggleComparison();
        assertEquals(
                lucky.trial(),
                Objects.requireNonNull(lab.comparisonProperty().get().comparison())
                        .trial());
        lab.repeatBest();
        TrialRecord best = snapshot().best().orElseThrow();
        TrialReplication.ReplicatedTrial lowest = lab.replicationStatusProperty().get().results().stream()
                .min(Comparator.comparingDouble(
                        repeat -> Quantiles.of(repeat.values()).median()))
                .orElseThrow();
        assertNotEquals(lucky, best);
        assertEquals(lowest.row(), best);
        Texts texts = Texts.in(Language.ENGLISH);
        String said = new RepeatedOrderText(texts)
                .describe(
                        lab.study(),
                        snapshot().rows(),
                        lab.replicationStatusProperty().get().results());
        assertTrue(said.startsWith("**Trial " + best.trial() + " now ranks first**"), said);
        assertTrue(said.contains("trial " + lucky.trial() + ", which led with one seed"), said);

        assertEquals(
                ComparisonStatus.ComparisonPhase.READY,
                lab.comparisonProperty().get().phase(),
                "the comparison was about another trial");
        lab.toggleComparison();
        DefaultComparison compared =
                Objects.requireNonNull(lab.comparisonProperty().get().comparison());
        assertEquals(best.trial(), compared.trial());
        // The study used the seeds 5 … 12 and the repeats 13 … 22.
        assertEquals(23, compared.firstSeed(), "under the seeds of the repeats, the trial was chosen for its luck");

        lab.playback().seek(1);
        assertEquals(lab.study().ranked(snapshot().rows()), snapshot().ranking().trials());
    }

    @Test
    void ranksManualSearchNextToTheMethods() {
        lab.tune("himmelblau");
        lab.settings().trialsProperty().set(6);
        lab.pick(lab.valuesAt(0.8, 0.7));
        lab.startRace();
        RaceText text = new RaceText(Texts.in(Language.ENGLISH));
        String said = text.describeUserRank(lab.race().standings(), lab.race().userBest(lab.manualTrials()), 1, false);
        double own = lab.manualTrials().get(0).value();
        long ahead = lab.race().standings().stream()
                .filter(one -> one.median()[0] < own)
                .count();
        assertEquals(
                "**You**: " + hyperlab.text.NumberFormats.format(own, 3) + " after 1 trial, place " + (ahead + 1)
                        + " of 3 at that budget.",
                said);
        assertEquals(
                "", text.describeUserRank(lab.race().standings(), lab.race().userBest(List.of()), 0, false));
    }
}
