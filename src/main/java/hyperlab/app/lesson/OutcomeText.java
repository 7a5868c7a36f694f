package hyperlab.app.lesson;

import hyperlab.lesson.NumberFeedback;
import hyperlab.lesson.Question;
import hyperlab.lesson.Score;
import hyperlab.lesson.Step;
import hyperlab.lesson.expression.Goal;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the player says about a prediction and a goal. */
final class OutcomeText {
    private static final int DIGITS = 4;
    private static final double ALL = 0.995;
    private static final Map<String, String> SYMBOLS = Map.of("<=", "≤", ">=", "≥", "!=", "≠");

    private final Texts texts;

    OutcomeText(Texts texts) {
        this.texts = texts;
    }

    /** One or two sentences on a scored prediction. */
    String verdict(Question question, Outcome outcome) {
        return question.accept(new Question.Visitor<>() {
            @Override
            public String visit(Question.Choice asked) {
                return choice(asked, (Outcome.OfChoice) outcome);
            }

            @Override
            public String visit(Question.Numeric asked) {
                return number(asked, (Outcome.OfNumber) outcome);
            }

            @Override
            public String visit(Question.Order asked) {
                return order(asked, (Outcome.OfOrder) outcome);
            }

            @Override
            public String visit(Question.Sketch asked) {
                return sketch((Outcome.OfSketch) outcome);
            }
        });
    }

    private String choice(Question.Choice asked, Outcome.OfChoice outcome) {
        if (outcome.score().value() == 1) {
            return texts.get("player.right");
        }
        String right =
                texts.get("player.wrong", asked.options().get(outcome.right()).text());
        String misconception = asked.options().get(outcome.chosen()).misconception();
        return misconception == null ? right : right + " " + texts.get("player.belief", misconception);
    }

    private String number(Question.Numeric asked, Outcome.OfNumber outcome) {
        String computed = format(outcome.computed()) + unit(asked);
        if (outcome.score().distance() <= 1) {
            return texts.get("player.number.right", computed);
        }
        return NumberFeedback.wrong(
                outcome.given(), outcome.computed(), outcome.score().distance(), unit(asked), texts);
    }

    private static String unit(Question.Numeric asked) {
        return asked.unit().isEmpty() ? "" : "\u00a0" + asked.unit();
    }

    private String order(Question.Order asked, Outcome.OfOrder outcome) {
        if (outcome.score().rightPairs() == outcome.score().pairs()) {
            return texts.get("player.right");
        }
        Map<String, String> names =
                asked.items().stream().collect(Collectors.toMap(Question.Item::id, Question.Item::text));
        return texts.get(
                "player.order.wrong",
                Integer.toString(outcome.score().rightPairs()),
                Integer.toString(outcome.score().pairs()),
                outcome.computed().stream().map(names::get).collect(Collectors.joining(" · ")));
    }

    private String sketch(Outcome.OfSketch outcome) {
        Score.OfSketch score = outcome.score();
        String shape = score.differences().isEmpty() && score.shape() >= ALL
                ? texts.get("player.sketch.shape")
                : texts.get("player.sketch.shapePart", percent(score.shape()));
        String differences = score.differences().stream()
                .map(difference -> texts.get(
                        "player.sketch.difference." + difference.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" "));
        return (shape + " " + differences).strip()
                + " "
                + texts.get("player.sketch.distance", percent(score.distance()))
                + " "
                + texts.get(
                        "player.sketch.score",
                        percent(score.value()),
                        percent(score.shape()),
                        percent(score.closeness()));
    }

    /** For each comparison of a goal, its current value and what it should be. */
    List<String> terms(Goal goal) {
        return goal.terms().stream().map(this::term).toList();
    }

    /** The first comparison of a goal that does not hold, or that the goal is reached. */
    String nextTerm(Goal goal) {
        return goal.met()
                ? texts.get("player.goal.reached")
                : goal.terms().stream()
                        .filter(term -> !term.met())
                        .findFirst()
                        .map(this::term)
                        .orElse("");
    }

    private String term(Goal.Term term) {
        String mark = term.met() ? "✓ " : "✗ ";
        String name = term.left().expression().words(texts);
        if (term.isFlag()) {
            return mark + (term.met() ? name : texts.get("player.goal.notYet", name));
        }
        String symbol = SYMBOLS.getOrDefault(term.relation(), term.relation());
        return mark
                + texts.get(
                        "player.goal.term",
                        name,
                        value(term.left().value()),
                        symbol,
                        value(term.right().value()));
    }

    private String value(double value) {
        return Double.isNaN(value) ? texts.get("player.unknown") : format(value);
    }

    /** The settings of the first solution. */
    String solution(Step.Reach step) {
        return named(step.solutions().get(0));
    }

    /** That the goal is reached, or that it was, if the state of the lab has changed since. */
    String reached(LessonState state) {
        StepRecord.Attempt attempt = state.record().attempt();
        String last = state.isLastStep() ? ".last" : "";
        boolean now = state.goal() == null || state.goal().met();
        return now || attempt.settings().isEmpty()
                ? texts.get("player.goal.met" + last)
                : texts.get("player.goal.before" + last, named(attempt.settings()));
    }

    private String named(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> name(setting.getKey()) + " = " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    private String name(String setting) {
        String key = "lesson.name." + setting.substring(setting.lastIndexOf('.') + 1);
        return texts.has(key) ? texts.get(key) : setting;
    }

    static String settings(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .collect(Collectors.joining(", "));
    }

    /** What was done in a step, for the summary; empty if nothing was asked for. */
    String summary(Step step, StepRecord record) {
        return step.accept(new Step.Visitor<>() {
            @Override
            public String visit(Step.Predict predict) {
                return summary(predict.question(), record);
            }

            @Override
            public String visit(Step.Observe observe) {
                return "";
            }

            @Override
            public String visit(Step.Explain explain) {
                return "";
            }

            @Override
            public String visit(Step.Reach reach) {
                return summary(record.attempt());
            }
        });
    }

    private String summary(Question question, StepRecord record) {
        Prediction made = record.committed();
        Outcome outcome = record.outcome();
        return made == null
                ? texts.get("player.summary.none")
                : texts.get(
                        "player.summary.prediction",
                        prediction(question, made),
                        outcome == null
                                ? texts.get("player.computing")
                                : percent(outcome.score().value()));
    }

    private String summary(StepRecord.Attempt attempt) {
        String hints = attempt.hints() == 0
                ? texts.get("player.summary.hints.none")
                : attempt.hints() == 1
                        ? texts.get("player.summary.hints.one")
                        : texts.get("player.summary.hints", Integer.toString(attempt.hints()));
        return texts.get(
                attempt.goalMet()
                        ? "player.summary.reached"
                        : attempt.solutionShown() ? "player.summary.solution" : "player.summary.missed",
                hints);
    }

    private String prediction(Question question, Prediction made) {
        return question.accept(new Question.Visitor<>() {
            @Override
            public String visit(Question.Choice asked) {
                return asked.options()
                        .get(((Prediction.OfChoice) made).option())
                        .text();
            }

            @Override
            public String visit(Question.Numeric asked) {
                return format(((Prediction.OfNumber) made).value()) + unit(asked);
            }

            @Override
            public String visit(Question.Order asked) {
                Map<String, String> names =
                        asked.items().stream().collect(Collectors.toMap(Question.Item::id, Question.Item::text));
                return ((Prediction.OfOrder) made)
                        .items().stream().map(names::get).collect(Collectors.joining(" · "));
            }

            @Override
            public String visit(Question.Sketch asked) {
                return texts.get("player.summary.sketch");
            }
        });
    }

    /** The names of the misconceptions that were chosen; for the summary. */
    static List<String> misconceptions(LessonState state) {
        return IntStream.range(0, state.records().size())
                .mapToObj(index -> misconception(state, index))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private static String misconception(LessonState state, int index) {
        Outcome outcome = state.records().get(index).outcome();
        if (outcome instanceof Outcome.OfChoice choice
                && choice.chosen() != choice.right()
                && state.lesson().steps().get(index) instanceof Step.Predict predict
                && predict.question() instanceof Question.Choice asked) {
            String text = asked.options().get(choice.chosen()).misconception();
            return text == null ? "" : text;
        }
        return "";
    }

    static String percent(double part) {
        return Math.round(100 * part) + "\u00a0%";
    }

    private String format(double value) {
        return Double.isNaN(value) ? texts.get("player.unknown") : NumberFormats.format(value, DIGITS);
    }
}
