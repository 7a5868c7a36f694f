package hyperlab.app.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.convolution.ConvolutionLabSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.lesson.Question;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.lesson.ask.Asked.NoQuestion;
import hyperlab.lesson.ask.AskedState;
import hyperlab.optim.Sgd;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.train.Experiment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AskViewModelTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final int GLIDE = 0;
    private static final int LAND = 1;

    private final AskViewModel model = new AskViewModel(Runnable::run, Runnable::run);

    private static AskedState descent(double rate) {
        return new AskedState(
                new Document.OfDescent(new DescentSetup(
                        "parabola",
                        Map.of(),
                        List.of(3.2),
                        20,
                        List.of(new DescentSetup.Racer(rate, new Sgd(0, false), true)))),
                null,
                0);
    }

    private static AskedState convolution() {
        return new AskedState(new Document.OfConvolution(ConvolutionLabSettings.DEFAULT), null, 0);
    }

    private String title() {
        return assertInstanceOf(AskedQuestion.class, model.state().asked()).title();
    }

    private String verdict(Texts texts) {
        return new AskText(texts)
                .verdict(
                        model.state(),
                        assertInstanceOf(AskedQuestion.class, model.state().asked()));
    }

    @Test
    void tooLittleMemoryIsSaid() {
        AskViewModel poor = new AskViewModel(Runnable::run, Runnable::run, (subject, turn, texts, cancelled) -> {
            throw new OutOfMemoryError();
        });
        poor.update(descent(0.1), ENGLISH);
        assertEquals(
                new NoQuestion(ENGLISH.get("ask.none.memory")), poor.state().asked());
    }

    @Test
    void resultsAreHiddenUntilThePredictionIsCommitted() {
        assertTrue(model.state().hidesResults());
        model.update(descent(0.1), ENGLISH);
        assertTrue(model.state().isOpen() && model.state().hidesResults());
        model.commit();
        assertTrue(model.state().isOpen(), "there is nothing to commit yet");
        model.choose(GLIDE);
        assertTrue(model.state().canCommit() && model.state().hidesResults());
        model.commit();
        assertFalse(model.state().hidesResults());
        assertTrue(model.state().isRight());
        assertEquals("Right.", verdict(ENGLISH));
        model.choose(LAND);
        assertEquals(GLIDE, model.state().chosen(), "a committed prediction stays");
    }

    @Test
    void wrongChoiceNamesItsBeliefAndTheScoreCounts() {
        model.update(descent(0.1), ENGLISH);
        assertEquals("", new AskText(ENGLISH).score(model.state()));
        model.choose(LAND);
        model.commit();
        assertFalse(model.state().isRight());
        assertEquals(
                "Not quite. The right answer: glide. Your choice fits the belief “one step is enough”.",
                verdict(ENGLISH));
        model.update(descent(0.2), ENGLISH);
        model.choose(GLIDE);
        model.commit();
        assertEquals("1 of 2 right", new AskText(ENGLISH).score(model.state()));
    }

    @Test
    void changedStateAsksAnew() {
        model.update(descent(0.1), ENGLISH);
        model.choose(GLIDE);
        model.commit();
        model.update(descent(0.1), ENGLISH);
        assertTrue(model.state().committed(), "the same state keeps its answer");
        model.update(descent(0.3), ENGLISH);
        assertTrue(model.state().isOpen());
        assertNull(model.state().chosen());
        assertTrue(title().contains("0.3"), title());
    }

    @Test
    void numberIsRightWithinItsTolerance() {
        model.update(convolution(), ENGLISH);
        assertTrue(model.asksForNumber());
        model.choose(0);
        assertFalse(model.state().canCommit(), "a number has no options");
        model.enterNumber(12.0);
        model.commit();
        assertFalse(model.state().isRight());
        assertEquals("The right number is 13, not 12.", verdict(ENGLISH));
        model.close();
        model.update(convolution(), ENGLISH);
        model.enterNumber(13.0);
        model.commit();
        assertTrue(model.state().isRight());
    }

    @Test
    void kindsOfQuestionsTakeTurns() {
        model.update(descent(0.1), ENGLISH);
        String first = title();
        model.next(descent(0.1), ENGLISH);
        String second = title();
        assertFalse(first.equals(second));
        model.next(descent(0.1), ENGLISH);
        assertFalse(Set.of(first, second).contains(title()), title());
    }

    @Test
    void noQuestionIsAskedTwiceAboutOneState() {
        model.update(convolution(), ENGLISH);
        Set<String> titles = new HashSet<>(Set.of(title()));
        model.next(convolution(), ENGLISH);
        assertTrue(titles.add(title()));
        model.next(convolution(), ENGLISH);
        assertEquals(
                new NoQuestion(ENGLISH.get("ask.none.other")), model.state().asked());
        model.update(descent(0.1), ENGLISH);
        model.update(convolution(), ENGLISH);
        assertTrue(titles.contains(title()), "another state was asked about in between");
    }

    @Test
    void anotherLanguageKeepsThePrediction() {
        model.update(descent(0.1), ENGLISH);
        model.choose(LAND);
        model.commit();
        model.update(descent(0.1), Texts.in(Language.KOREAN));
        assertTrue(model.state().committed());
        assertEquals(LAND, model.state().chosen());
        assertTrue(title().contains("시작점"), title());
        assertTrue(verdict(Texts.in(Language.KOREAN)).contains("미끄러져 수렴"));
    }

    @Test
    void handsOfAClassAreCountedAndNotScored() {
        model.update(descent(0.1), ENGLISH);
        model.toggleClassMode();
        model.choose(GLIDE);
        assertNull(model.state().chosen());
        assertFalse(model.state().canCommit());
        model.countHands(GLIDE, 1);
        model.countHands(GLIDE, 1);
        model.countHands(LAND, 1);
        model.countHands(LAND, -1);
        model.countHands(LAND, -1);
        assertEquals(List.of(2, 0, 0, 0), model.state().hands());
        model.countHands(LAND, 1);
        model.commit();
        assertEquals("2 of 3 hands were right. The right answer: glide.", verdict(ENGLISH));
        assertEquals(0, model.state().answered());
    }

    @Test
    void stateWithoutQuestionSaysSoAndHidesNothing() {
        Document.OfCase document = new Document.OfCase(BundledCases.named("iris"));
        model.update(new AskedState(document, null, AskedState.NONE), ENGLISH);
        NoQuestion none = assertInstanceOf(NoQuestion.class, model.state().asked());
        assertTrue(none.reason().contains("Open a case"), none.reason());
        assertFalse(model.state().hidesResults());
        model.update(new AskedState(document, null, 0), ENGLISH);
        assertTrue(model.state().isOpen());
    }

    @Test
    void lateQuestionAboutAnEarlierStateIsDropped() {
        Deque<Runnable> work = new ArrayDeque<>();
        Deque<Runnable> deliveries = new ArrayDeque<>();
        AskViewModel slow = new AskViewModel(work::add, deliveries::add);
        slow.update(descent(0.1), ENGLISH);
        work.remove().run();
        slow.update(descent(0.3), ENGLISH);
        deliveries.remove().run();
        assertNull(slow.state().asked(), "that question was about the state before");
        work.remove().run();
        deliveries.remove().run();
        assertTrue(((AskedQuestion) slow.state().asked()).title().contains("0.3"));
        assertInstanceOf(Question.Choice.class, ((AskedQuestion) slow.state().asked()).question());
    }

    @Test
    void closingCancelsWhatIsBeingComputed() throws InterruptedException {
        Experiment standard = Experiment.DEFAULT;
        Experiment slow = standard.withTraining(standard.training().withEpochs(8_000));
        List<Thread> threads = new ArrayList<>();
        Deque<Runnable> deliveries = new ConcurrentLinkedDeque<>();
        CountDownLatch started = new CountDownLatch(1);
        AskViewModel asking = new AskViewModel(
                work -> {
                    Thread thread = new Thread(() -> {
                        started.countDown();
                        work.run();
                    });
                    threads.add(thread);
                    thread.start();
                },
                deliveries::add);
        asking.update(new AskedState(new Document.OfExperiment(slow), null, 0), ENGLISH);
        started.await();
        asking.close();
        for (Thread thread : threads) {
            thread.join();
        }
        assertTrue(deliveries.isEmpty(), "nothing is delivered");
    }
}
