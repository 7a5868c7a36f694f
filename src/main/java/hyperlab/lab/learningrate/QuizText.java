package hyperlab.lab.learningrate;

import hyperlab.descent.CurvatureProfile;
import hyperlab.descent.DescentRunSettings;
import hyperlab.descent.ObjectiveFunction;
import hyperlab.descent.ObjectiveFunctions;
import hyperlab.descent.Regime;
import hyperlab.descent.Stability;
import hyperlab.lab.learningrate.race.PredictionQuiz.Question;
import hyperlab.lab.learningrate.race.PredictionQuiz.QuizSubject;
import hyperlab.optim.Optimizer;
import hyperlab.optim.Sgd;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The localized text of the question, the verdict and the reason. */
public final class QuizText {
    private final Texts texts;

    public QuizText(Texts texts) {
        this.texts = texts;
    }

    private static String show(double number) {
        return NumberFormats.format(number, 3);
    }

    static String key(Regime regime) {
        return "learning-rate.legend." + LearningRateText.style(regime);
    }

    /** The message key for an answer. A path that does not descend diverges only if its rate alone decides that. */
    static String answerKey(@Nullable QuizSubject subject, Regime regime) {
        return regime == Regime.DIVERGE && subject != null && !subject.followsFromRate()
                ? "learning-rate.ask.noDescent"
                : key(regime);
    }

    private String name(QuizSubject subject, Regime regime) {
        return texts.get(answerKey(subject, regime));
    }

    /** The question; empty if there is none. */
    public String question(Question question) {
        QuizSubject subject = question.subject();
        if (subject == null) {
            return "";
        }
        DescentRunSettings settings = subject.walk();
        String start = settings.start().stream().map(QuizText::show).collect(Collectors.joining(", "));
        return texts.get(
                "learning-rate.ask.question",
                texts.get(LearningRateText.optimizerKey(settings.optimizer())),
                show(settings.learningRate()),
                settings.start().size() == 1 ? start : "(" + start + ")",
                Integer.toString(settings.steps()));
    }

    public String score(Question question) {
        return question.answeredCount() == 0
                ? ""
                : texts.get(
                        "learning-rate.ask.score",
                        Integer.toString(question.correctCount()),
                        Integer.toString(question.answeredCount()));
    }

    /** Whether the answer was correct and what actually happens; empty while the question is open. */
    public String verdict(Question question) {
        QuizSubject subject = question.subject();
        Regime answer = question.answer();
        if (subject == null || answer == null) {
            return "";
        }
        Regime alternative = subject.alternative();
        String verdict = question.isCorrect()
                ? texts.get("learning-rate.ask.right", name(subject, answer))
                : texts.get(
                        "learning-rate.ask.wrong",
                        name(subject, answer),
                        name(subject, subject.outcome().regime()));
        return alternative == null
                ? verdict
                : verdict + " "
                        + texts.get(
                                "learning-rate.ask.both",
                                name(subject, subject.outcome().regime()),
                                name(subject, alternative));
    }

    /**
     * Explains the outcome, using the curvature at the start where it determines the regime; empty while the question
     * is open.
     */
    public String explain(Question question) {
        QuizSubject subject = question.subject();
        if (subject == null || question.answer() == null) {
            return "";
        }
        DescentRunSettings settings = subject.walk();
        ObjectiveFunction objective = ObjectiveFunctions.of(subject.function(), subject.parameters());
        double[] start =
                settings.start().stream().mapToDouble(Double::doubleValue).toArray();
        double curvature = objective.largestCurvature(start);
        Optional<Stability.RegimeBorders> borders = Stability.borders(curvature, settings.optimizer());
        if (borders.isEmpty() || !settings.schedule().isConstant()) {
            return describePath(subject, settings.optimizer());
        }
        String rate = show(settings.learningRate());
        boolean parabola = CurvatureProfile.isParabola(objective);
        boolean plain = settings.optimizer() instanceof Sgd sgd && sgd.momentum() == 0;
        if (parabola && plain) {
            return texts.get(
                    "learning-rate.ask.why."
                            + LearningRateText.style(subject.outcome().regime()),
                    show(1 / curvature),
                    show(borders.get().divergeFrom()),
                    show(1 - settings.learningRate() * curvature));
        }
        String limit = texts.get(
                plain ? "learning-rate.ask.why.limit" : "learning-rate.ask.why.limit.momentum",
                show(curvature),
                show(borders.get().divergeFrom()),
                rate);
        if (parabola) {
            return limit;
        }
        String curvatureChanges =
                hasConstantCurvature(objective, curvature) ? "" : " " + texts.get("learning-rate.ask.why.changes");
        return limit + curvatureChanges + " " + describePath(subject, settings.optimizer());
    }

    /** Whether the curvature is the same at the center, corners and edge midpoints of the window. */
    private static boolean hasConstantCurvature(ObjectiveFunction objective, double curvature) {
        ObjectiveFunction.PlotWindow window = objective.window();
        double[] xs = {window.xLow(), (window.xLow() + window.xHigh()) / 2, window.xHigh()};
        double[] ys = {window.yLow(), (window.yLow() + window.yHigh()) / 2, window.yHigh()};
        return Arrays.stream(xs)
                .allMatch(x -> objective.dimensions() == 1
                        ? objective.largestCurvature(x) == curvature
                        : Arrays.stream(ys).allMatch(y -> objective.largestCurvature(x, y) == curvature));
    }

    /** Describes the path itself. */
    private String describePath(QuizSubject subject, Optimizer optimizer) {
        String key = "learning-rate.ask.seen."
                + LearningRateText.style(subject.outcome().regime());
        String description = texts.get(key, Integer.toString(subject.outcome().reversals()));
        return optimizer instanceof Sgd
                ? description
                : texts.get("learning-rate.ask.why.adaptive", texts.get(LearningRateText.optimizerKey(optimizer))) + " "
                        + description;
    }
}
