package hyperlab.lesson.ask;

import static hyperlab.lesson.ask.QuestionBuilder.show;

import hyperlab.descent.CurvatureProfile;
import hyperlab.descent.DescentBehavior;
import hyperlab.descent.DescentPath;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.DescentSetup;
import hyperlab.descent.GradientDescent;
import hyperlab.descent.KnownMinima;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.Regime;
import hyperlab.file.Document;
import hyperlab.lesson.ask.Asked.AskedQuestion;
import hyperlab.optim.Sgd;
import hyperlab.rule.SignificantDigits;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the selected descent of the Learning rate lab does, where its next point lies, and which rate gets nearer. */
final class DescentQuestions implements SubjectQuestions {
    private static final int RATE_DIGITS = 3;
    private static final int MAX_COMPARED_STEPS = 8;
    /** Distances that differ by less than this share are equal. */
    private static final double ROUNDING = 1e-9;

    private final DescentSetup setup;
    private final int turn;
    private final Texts texts;
    private final ObjectiveFunction objective;
    private final DescentRunSettings settings;

    DescentQuestions(DescentSetup setup, int selected, int turn, Texts texts) {
        this.setup = setup;
        this.turn = turn;
        this.texts = texts;
        objective = ObjectiveFunctions.of(setup.function(), setup.parameters());
        DescentSetup.Racer racer =
                setup.racers().get(Math.min(selected, setup.racers().size() - 1));
        settings = setup.runSettings(racer);
    }

    @Override
    public List<Supplier<Optional<AskedQuestion>>> kinds() {
        return List.of(this::fate, this::nextPoint, this::nearer);
    }

    @Override
    public String noneKey() {
        return "ask.none";
    }

    private QuestionBuilder builder(String kind) {
        return new QuestionBuilder(texts, new Document.OfDescent(setup), "ask.descent." + kind)
                .answeredBy("learning-rate-descent")
                .playing();
    }

    private DescentPath path(DescentRunSettings run) {
        return GradientDescent.run(objective, run);
    }

    private String optimizer() {
        return texts.get("component.optimizer." + settings.optimizer().name());
    }

    private String start() {
        String start = settings.start().stream().map(QuestionBuilder::show).collect(Collectors.joining(", "));
        return settings.start().size() == 1 ? start : "(" + start + ")";
    }

    private static String name(Regime regime) {
        return regime.name().toLowerCase(Locale.ROOT);
    }

    /** Glide, land, oscillate or diverge. */
    private Optional<AskedQuestion> fate() {
        DescentBehavior outcome = DescentBehavior.of(objective, settings, path(settings));
        @Nullable
        Regime alternative =
                DescentBehavior.neighborOfLanding(objective, settings).orElse(null);
        boolean followsFromRate = DescentBehavior.followsFromRate(objective, settings);
        QuestionBuilder builder = builder("fate");
        for (Regime regime : Regime.values()) {
            builder.optionWithText(
                    name(regime),
                    regimeText(regime, followsFromRate),
                    regime == outcome.regime() || regime == alternative);
        }
        String reason = new DescentReasons(objective, settings, outcome, texts).explain();
        String both = alternative == null
                ? ""
                : " "
                        + texts.get(
                                "learning-rate.ask.both",
                                regimeText(outcome.regime(), followsFromRate),
                                regimeText(alternative, followsFromRate));
        return builder.choice(
                reason + both, optimizer(), show(settings.learningRate()), start(), Integer.toString(settings.steps()));
    }

    /** A path that does not descend diverges only if its rate alone decides that. */
    private String regimeText(Regime regime, boolean followsFromRate) {
        return texts.get(
                regime == Regime.DIVERGE && !followsFromRate
                        ? "learning-rate.ask.noDescent"
                        : "learning-rate.legend." + name(regime));
    }

    private boolean isPlainSgd() {
        return settings.optimizer() instanceof Sgd sgd
                && sgd.momentum() == 0
                && settings.schedule().isConstant();
    }

    /** x₁ = x₀ − η·f′(x₀). */
    private Optional<AskedQuestion> nextPoint() {
        DescentPath path = path(settings);
        if (!isPlainSgd() || path.dimensions() != 1 || path.rows() < 2 || path.gradient(0, 0) == 0) {
            return Optional.empty();
        }
        double x = path.x(0);
        double slope = path.gradient(0, 0);
        double rate = settings.learningRate();
        return builder("next")
                .right(path.x(1))
                .wrong("uphill", x + rate * slope)
                .wrong("noRate", x - slope)
                .wrong("noSlope", x - rate * Math.signum(slope))
                .choice(
                        texts.get("ask.descent.next.why", show(x), show(rate), show(slope), show(path.x(1))),
                        show(rate),
                        show(x),
                        show(slope));
    }

    /**
     * The distance from the nearest known minimum after {@code steps} steps; infinite for a path that left all bounds.
     */
    private double distance(double rate, int steps) {
        DescentPath path = path(settings.withLearningRate(rate));
        if (path.rows() <= steps) {
            return path.diverged() ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double[] point =
                path.dimensions() == 1 ? new double[] {path.x(steps)} : new double[] {path.x(steps), path.y(steps)};
        return KnownMinima.distance(objective, point).orElse(Double.NaN);
    }

    private Optional<AskedQuestion> nearer() {
        int steps = Math.min(MAX_COMPARED_STEPS, settings.steps());
        double rate = settings.learningRate();
        double other = otherRate();
        double low = Math.min(rate, other);
        double high = Math.max(rate, other);
        double lowDistance = distance(low, steps);
        double highDistance = distance(high, steps);
        boolean known = !Double.isNaN(lowDistance)
                && !Double.isNaN(highDistance)
                && (Double.isFinite(lowDistance) || Double.isFinite(highDistance));
        if (!known || low == high) {
            return Optional.empty();
        }
        boolean equal = Math.abs(lowDistance - highDistance) <= ROUNDING * Math.max(lowDistance, highDistance);
        String why = texts.get(
                "ask.descent.nearer.why",
                Integer.toString(steps),
                show(low),
                show(lowDistance),
                show(high),
                show(highDistance));
        if (CurvatureProfile.isParabola(objective) && isPlainSgd()) {
            double curvature = objective.largestCurvature(settings.start().get(0));
            why += " "
                    + texts.get(
                            "ask.descent.nearer.factor",
                            show(Math.abs(1 - low * curvature)),
                            show(Math.abs(1 - high * curvature)));
        }
        return builder("nearer")
                .option("small", !equal && lowDistance < highDistance, show(low))
                .option("large", !equal && highDistance < lowDistance, show(high))
                .option("equal", equal)
                .choice(why, optimizer(), start(), Integer.toString(steps), show(low), show(high));
    }

    /**
     * On a parabola, in every other turn, the rate on the other side of 1/c that is as fast, if it has few digits;
     * twice the rate otherwise.
     */
    private double otherRate() {
        double rate = settings.learningRate();
        if (CurvatureProfile.isParabola(objective) && isPlainSgd() && turn % 2 == 0) {
            double mirrored = 2 / objective.largestCurvature(settings.start().get(0)) - rate;
            boolean isShort = Math.abs(SignificantDigits.round(mirrored, RATE_DIGITS) - mirrored)
                    <= ROUNDING * Math.abs(mirrored);
            if (mirrored > 0 && isShort && SignificantDigits.round(mirrored, RATE_DIGITS) != rate) {
                return SignificantDigits.round(mirrored, RATE_DIGITS);
            }
        }
        return SignificantDigits.round(2 * rate, RATE_DIGITS);
    }
}
