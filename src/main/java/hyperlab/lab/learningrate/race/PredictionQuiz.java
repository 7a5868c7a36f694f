package hyperlab.lab.learningrate.race;

import hyperlab.descent.DescentBehavior;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.Regime;
import hyperlab.descent.Stability;
import hyperlab.random.RandomStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Asks the user to predict what the selected racer's learning rate will do before the path is shown. The path stays
 * hidden while a question is open. A change that affects the path asks a new question. FX thread only.
 */
public final class PredictionQuiz {
    private static final String STREAM = "questions";
    private static final long SEED = 42;
    private static final int RATE_DIGITS = 3;

    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private final ReadOnlyObjectWrapper<Question> question =
            new ReadOnlyObjectWrapper<>(this, "question", Question.NONE);
    private final DoubleConsumer setRate;
    private final RandomStream random = RandomStream.named(SEED, STREAM);
    private @Nullable DescentRace race;
    private int racer;

    /**
     * The current question, its answer and the score.
     *
     * @param subject the path in question; null if there is no question
     * @param answer the user's prediction; null while the question is open
     * @param answeredCount the number of questions answered so far
     * @param correctCount the number of correct answers
     */
    public record Question(
            @Nullable QuizSubject subject, @Nullable Regime answer, int answeredCount, int correctCount) {
        static final Question NONE = new Question(null, null, 0, 0);

        /** Whether the question is unanswered, in which case the path is hidden. */
        public boolean isOpen() {
            return subject != null && answer == null;
        }

        public boolean isAnswered() {
            return subject != null && answer != null;
        }

        /** Whether the answer matches the path's regime. */
        public boolean isCorrect() {
            return subject != null && answer != null && subject.accepts(answer);
        }
    }

    /**
     * The path that the question is about.
     *
     * @param outcome what the path does
     * @param alternative a second correct answer, for a rate close to 1/c; null if there is none
     * @param followsFromRate whether the rate alone determines the outcome, so that "diverge" is its name; otherwise
     *     the path determines it, and a path that does not descend need not diverge
     */
    public record QuizSubject(
            String function,
            Map<String, Double> parameters,
            DescentRunSettings walk,
            int racer,
            DescentBehavior outcome,
            @Nullable Regime alternative,
            boolean followsFromRate) {
        /** Whether an answer is correct. */
        public boolean accepts(Regime answer) {
            return outcome.regime() == answer || alternative == answer;
        }
    }

    /** @param setRate sets the selected racer's learning rate */
    public PredictionQuiz(DoubleConsumer setRate) {
        this.setRate = setRate;
        on.addListener((observed, before, now) -> {
            question.set(Question.NONE);
            ask();
        });
    }

    /** Whether questions are turned on. */
    public BooleanProperty enabledProperty() {
        return on;
    }

    public ReadOnlyObjectProperty<Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Sets the race shown and the selected racer, and asks about its path unless the path is unchanged. */
    public void setSubject(DescentRace newRace, int newRacer) {
        race = newRace;
        racer = newRacer;
        ask();
    }

    private void ask() {
        DescentRace asked = race;
        if (!on.get() || asked == null) {
            return;
        }
        DescentSetup setup = asked.setup();
        RacerRun chosen = asked.runs().get(racer);
        DescentRunSettings settings = RacerRun.toWalk(setup, chosen.racer());
        QuizSubject subject = new QuizSubject(
                setup.function(),
                setup.parameters(),
                settings,
                racer,
                DescentBehavior.of(asked.objective(), settings, chosen.path()),
                DescentBehavior.neighborOfLanding(asked.objective(), settings).orElse(null),
                DescentBehavior.followsFromRate(asked.objective(), settings));
        Question now = question.get();
        if (!subject.equals(now.subject())) {
            question.set(new Question(subject, null, now.answeredCount(), now.correctCount()));
        }
    }

    /** Answers the open question; does nothing if no question is open. */
    public void answer(Regime expected) {
        Question now = question.get();
        QuizSubject subject = now.subject();
        if (subject != null && now.isOpen()) {
            boolean right = subject.accepts(expected);
            question.set(
                    new Question(subject, expected, now.answeredCount() + 1, now.correctCount() + (right ? 1 : 0)));
        }
    }

    /**
     * Sets a new random rate and asks about it. Where regimes exist, the rate is drawn from a regime chosen at random.
     * The only rate close to 1/c is 1/c itself. Does nothing while turned off.
     */
    public void next() {
        DescentRace asked = race;
        if (on.get() && asked != null) {
            setRate.accept(nextRate(asked));
        }
    }

    private double nextRate(DescentRace asked) {
        RacerRun chosen = asked.runs().get(racer);
        Optional<Stability.RegimeBorders> borders = chosen.regimeBoundaries(0);
        double rate;
        do {
            double fraction = random.nextDouble();
            rate = borders.isPresent()
                    ? randomRate(borders.get(), fraction)
                    : rounded(Math.pow(10, Math.log10(0.02) + fraction * Math.log10(200)));
        } while (rate == chosen.racer().learningRate());
        return rate;
    }

    /** A rate of a randomly chosen regime, away from its boundaries. */
    private double randomRate(Stability.RegimeBorders borders, double fraction) {
        double limit = borders.divergeFrom();
        double middle = (borders.landFrom() + borders.landTo()) / 2;
        double[] glide = {0.05 * borders.landFrom(), 0.9 * borders.landFrom()};
        double[] land = {middle, middle};
        double[] oscillate = {borders.landTo() + 0.1 * (limit - borders.landTo()), 0.97 * limit};
        double[] diverge = {1.03 * limit, 1.5 * limit};
        List<double[]> ranges = borders.landTo() > borders.landFrom()
                ? List.of(glide, land, oscillate, diverge)
                : List.of(glide, oscillate, diverge);
        double[] range = ranges.get(random.nextInt(ranges.size()));
        return range[0] == range[1] ? range[0] : rounded(interpolate(range, fraction));
    }

    private static double interpolate(double[] range, double fraction) {
        return range[0] + fraction * (range[1] - range[0]);
    }

    private static double rounded(double rate) {
        return new BigDecimal(rate).round(new MathContext(RATE_DIGITS)).doubleValue();
    }
}
