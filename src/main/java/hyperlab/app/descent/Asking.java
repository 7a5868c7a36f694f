package hyperlab.app.descent;

import hyperlab.descent.Behaviour;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.Regime;
import hyperlab.descent.Stability;
import hyperlab.descent.Walk;
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
public final class Asking {
    private static final String STREAM = "questions";
    private static final long SEED = 42;
    private static final int DIGITS = 3;

    private final BooleanProperty on = new SimpleBooleanProperty(this, "on");
    private final ReadOnlyObjectWrapper<Question> question =
            new ReadOnlyObjectWrapper<>(this, "question", Question.NONE);
    private final DoubleConsumer setRate;
    private final RandomStream random = RandomStream.named(SEED, STREAM);
    private @Nullable Race race;
    private int racer;

    /**
     * The current question, its answer and the score.
     *
     * @param about the path in question; null if there is no question
     * @param answer the user's prediction; null while the question is open
     * @param asked the number of questions answered so far
     * @param right the number of correct answers
     */
    public record Question(
            @Nullable Subject about, @Nullable Regime answer, int asked, int right) {
        static final Question NONE = new Question(null, null, 0, 0);

        /** Whether the question is unanswered, in which case the path is hidden. */
        public boolean isOpen() {
            return about != null && answer == null;
        }

        public boolean isAnswered() {
            return about != null && answer != null;
        }

        /** Whether the answer matches the path's regime. */
        public boolean isRight() {
            return about != null && about.outcome().regime() == answer;
        }
    }

    /**
     * The path that the question is about.
     *
     * @param outcome what the path does
     */
    public record Subject(String function, Map<String, Double> parameters, Walk walk, int racer, Behaviour outcome) {}

    /** @param setRate sets the selected racer's learning rate */
    Asking(DoubleConsumer setRate) {
        this.setRate = setRate;
        on.addListener((observed, before, now) -> {
            question.set(Question.NONE);
            ask();
        });
    }

    /** Whether questions are turned on. */
    public BooleanProperty on() {
        return on;
    }

    public ReadOnlyObjectProperty<Question> question() {
        return question.getReadOnlyProperty();
    }

    /** Sets the race shown and the selected racer, and asks about its path unless the path is unchanged. */
    void about(Race newRace, int newRacer) {
        race = newRace;
        racer = newRacer;
        ask();
    }

    private void ask() {
        Race asked = race;
        if (!on.get() || asked == null) {
            return;
        }
        DescentSetup setup = asked.setup();
        RacerWalk chosen = asked.walks().get(racer);
        Walk walk = RacerWalk.walk(setup, chosen.racer());
        Subject subject = new Subject(
                setup.function(),
                setup.parameters(),
                walk,
                racer,
                Behaviour.of(asked.objective(), walk, chosen.path()));
        Question now = question.get();
        if (!subject.equals(now.about())) {
            question.set(new Question(subject, null, now.asked(), now.right()));
        }
    }

    /** Answers the open question; does nothing if no question is open. */
    public void answer(Regime expected) {
        Question now = question.get();
        Subject subject = now.about();
        if (subject != null && now.isOpen()) {
            boolean right = subject.outcome().regime() == expected;
            question.set(new Question(subject, expected, now.asked() + 1, now.right() + (right ? 1 : 0)));
        }
    }

    /**
     * Sets a new random rate and asks about it. Each possible regime is equally likely where regimes exist. Does
     * nothing while turned off.
     */
    public void next() {
        Race asked = race;
        if (on.get() && asked != null) {
            setRate.accept(another(asked));
        }
    }

    private double another(Race asked) {
        RacerWalk chosen = asked.walks().get(racer);
        Optional<Stability.Borders> borders = chosen.borders(0);
        double rate;
        do {
            double share = random.nextDouble();
            rate = rounded(
                    borders.isPresent()
                            ? between(draw(borders.get()), share)
                            : Math.pow(10, Math.log10(0.02) + share * Math.log10(200)));
        } while (rate == chosen.racer().learningRate());
        return rate;
    }

    /** The rates of a randomly chosen regime, away from its boundaries: {low, high}. */
    private double[] draw(Stability.Borders borders) {
        double limit = borders.limit();
        double middle = (borders.landFrom() + borders.landTo()) / 2;
        double[] glide = {0.05 * borders.landFrom(), 0.9 * borders.landFrom()};
        double[] land = {0.96 * middle, 1.04 * middle};
        double[] oscillate = {borders.landTo() + 0.1 * (limit - borders.landTo()), 0.97 * limit};
        double[] diverge = {1.03 * limit, 1.5 * limit};
        List<double[]> parts = borders.landTo() > borders.landFrom()
                ? List.of(glide, land, oscillate, diverge)
                : List.of(glide, oscillate, diverge);
        return parts.get(random.nextInt(parts.size()));
    }

    private static double between(double[] part, double share) {
        return part[0] + share * (part[1] - part[0]);
    }

    private static double rounded(double rate) {
        return new BigDecimal(rate).round(new MathContext(DIGITS)).doubleValue();
    }
}
