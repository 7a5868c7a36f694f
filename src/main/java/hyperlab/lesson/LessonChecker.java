package hyperlab.lesson;

import hyperlab.file.Document;
import hyperlab.file.DocumentOverrides;
import hyperlab.lesson.Question.Choice;
import hyperlab.lesson.Question.Item;
import hyperlab.lesson.Question.Option;
import hyperlab.lesson.expression.Expression;
import hyperlab.lesson.expression.Readouts;
import hyperlab.lesson.readout.DocumentReadouts;
import hyperlab.lesson.readout.LabControls;
import hyperlab.lesson.readout.LessonLab;
import hyperlab.lesson.readout.ReadoutCache;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Computes every answer of a lesson or of exercises and compares it with the author's: the marked choice, the number,
 * the order, the existence of the curve, the computed numbers in the texts, and that the solution reaches the goal,
 * which is not met at the start.
 */
public final class LessonChecker {
    private static final int MIN_SKETCH_POINTS = 3;

    private final ReadoutCache cache;
    private final List<LessonProblem> problems = new ArrayList<>();

    private LessonChecker(ReadoutCache cache) {
        this.cache = cache;
    }

    /** Everything that differs, in the order of the lines; runs all experiments of the lesson. */
    public static List<LessonProblem> check(Lesson lesson, ReadoutCache cache) {
        return check(lesson.steps(), cache);
    }

    /** Everything that differs in the exercises of a page. */
    public static List<LessonProblem> check(PageExercises exercises, ReadoutCache cache) {
        return check(exercises.steps(), cache);
    }

    private static List<LessonProblem> check(List<Step> steps, ReadoutCache cache) {
        LessonChecker checker = new LessonChecker(cache);
        for (Step step : steps) {
            try {
                checker.check(step);
            } catch (InvalidInputException e) {
                checker.problems.add(new LessonProblem(step.scene().line(), e));
            }
        }
        return List.copyOf(checker.problems);
    }

    private void report(Step step, String name, Rule rule, Object... arguments) {
        problems.add(new LessonProblem(step.scene().line(), new InvalidInputException(name, rule, arguments)));
    }

    private void check(Step step) {
        DocumentReadouts readouts = cache.of(step.scene().document());
        for (LessonText.Part.Value value : step.scene().text().values()) {
            requireValue(step, "text", value.value(), readouts);
        }
        if (step instanceof Step.Predict predict) {
            check(predict, readouts);
        } else if (step instanceof Step.Observe observe && observe.at() != null) {
            observe.at().values().forEach(value -> requireValue(step, "at", value, readouts));
        } else if (step instanceof Step.Reach reach) {
            check(reach);
        }
    }

    private boolean requireValue(Step step, String name, Expression expression, Readouts readouts) {
        boolean exists = Double.isFinite(expression.value(readouts));
        if (!exists) {
            report(step, name, Rule.CHECK_NO_VALUE, expression.text());
        }
        return exists;
    }

    private void check(Step.Predict step, Readouts readouts) {
        Question question = step.question();
        if (question instanceof Choice choice) {
            check(step, choice, readouts);
        } else if (question instanceof Question.Numeric number) {
            check(step, number, readouts);
        } else if (question instanceof Question.Order order) {
            check(step, order, readouts);
        } else {
            check(step, (Question.Sketch) question, readouts);
        }
    }

    /**
     * The index of the option that is computed to be right; empty if there is none, or if two conditions hold.
     *
     * @param readouts the state after the run
     */
    public static OptionalInt answer(Choice choice, Readouts readouts) {
        List<Integer> right = right(choice, readouts);
        return right.size() == 1 ? OptionalInt.of(right.get(0)) : OptionalInt.empty();
    }

    private static List<Integer> right(Choice choice, Readouts readouts) {
        List<Integer> right = new ArrayList<>();
        int otherwise = -1;
        for (int i = 0; i < choice.options().size(); i++) {
            Expression truth = choice.options().get(i).truth();
            if (truth == null) {
                otherwise = i;
            } else if (truth.holds(readouts)) {
                right.add(i);
            }
        }
        if (right.isEmpty() && otherwise >= 0) {
            right.add(otherwise);
        }
        return right;
    }

    private void check(Step step, Choice choice, Readouts readouts) {
        List<Integer> right = right(choice, readouts);
        List<Option> options = choice.options();
        if (right.isEmpty()) {
            report(step, "truth", Rule.CHECK_NO_CHOICE);
        } else if (right.size() > 1) {
            report(
                    step,
                    "truth",
                    Rule.CHECK_TWO_CHOICES,
                    options.get(right.get(0)).id(),
                    options.get(right.get(1)).id());
        } else if (right.get(0) != choice.answer()) {
            report(
                    step,
                    "truth",
                    Rule.CHECK_CHOICE,
                    options.get(choice.answer()).id(),
                    options.get(right.get(0)).id());
        }
    }

    private void check(Step step, Question.Numeric number, Readouts readouts) {
        if (!requireValue(step, "truth", number.truth(), readouts)) {
            return;
        }
        double computed = number.truth().value(readouts);
        if (Math.abs(computed - number.answer()) > number.tolerance()) {
            report(step, "answer", Rule.CHECK_NUMBER, number.tolerance(), computed, number.answer());
        }
    }

    /** The items in the order of their computed values; items with equal values keep the author's order. */
    public static List<Item> computedOrder(Question.Order order, Readouts readouts) {
        Comparator<Item> byValue =
                Comparator.comparingDouble(item -> item.truth().value(readouts));
        return order.items().stream()
                .sorted(order.descending() ? byValue.reversed() : byValue)
                .toList();
    }

    private void check(Step step, Question.Order order, Readouts readouts) {
        for (Item item : order.items()) {
            if (!requireValue(step, "truth." + item.id(), item.truth(), readouts)) {
                return;
            }
        }
        List<Item> sorted = computedOrder(order, readouts);
        for (int i = 0; i + 1 < sorted.size(); i++) {
            Item one = sorted.get(i);
            Item next = sorted.get(i + 1);
            if (one.truth().value(readouts) == next.truth().value(readouts)) {
                report(step, "truth", Rule.CHECK_TIE, one.id(), next.id());
                return;
            }
        }
        if (!sorted.equals(order.items())) {
            report(step, "list", Rule.CHECK_ORDER, sorted.stream().map(Item::id).collect(Collectors.joining(", ")));
        }
    }

    private void check(Step step, Question.Sketch sketch, Readouts readouts) {
        Curve curve = Curve.truth(sketch, readouts);
        int finite = curve.finiteCount();
        int visible = curve.visibleCount(sketch.y());
        if (finite < MIN_SKETCH_POINTS) {
            report(step, "truth", Rule.CHECK_SKETCH, MIN_SKETCH_POINTS, finite);
        } else if (2 * visible < finite) {
            report(step, "sketch.y", Rule.CHECK_SKETCH_RANGE, visible, finite);
        }
    }

    private void check(Step.Reach step) {
        if (reaches(step.goal(), step.scene().document())) {
            report(step, "goal", Rule.CHECK_START);
        }
        for (Map<String, String> solution : step.solutions()) {
            for (String name : solution.keySet()) {
                if (!isFree(step, name)) {
                    report(step, "solution", Rule.CHECK_LOCKED, name);
                }
            }
            Document changed;
            try {
                changed = DocumentOverrides.with(
                        step.scene().document(), LabControls.keys(lab(step), solution, "solution"));
            } catch (InvalidInputException e) {
                problems.add(new LessonProblem(step.scene().line(), e.withName("solution." + e.name())));
                continue;
            }
            if (!reaches(step.goal(), changed)) {
                report(step, "solution", Rule.CHECK_SOLUTION, solution);
            }
        }
    }

    private static LessonLab lab(Step step) {
        return LessonLab.of(step.scene().document()).orElseThrow();
    }

    /** Whether a setting is that of a free control, or below it: the optimizer's constants belong to the optimizer. */
    private boolean isFree(Step step, String setting) {
        String key = LabControls.keys(lab(step), Map.of(setting, "0"), "solution")
                .keySet()
                .iterator()
                .next();
        return step.scene().free().stream()
                .map(name -> LabControls.control(lab(step), name, "free"))
                .anyMatch(control -> key.equals(control.key()) || key.startsWith(control.component() + "."));
    }

    /** Whether a run meets the goal at its end or at some earlier step or epoch, as it would be seen in the window. */
    private boolean reaches(Expression goal, Document document) {
        DocumentReadouts end = cache.of(document);
        if (goal.holds(end)) {
            return true;
        }
        if (!end.changesDuringRun()) {
            return false;
        }
        for (int index = 0; index < end.lastIndex(); index++) {
            if (goal.holds(end.at(index))) {
                return true;
            }
        }
        return false;
    }
}
