package hyperlab.lesson;

import hyperlab.lesson.expression.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A step of a lesson. */
public sealed interface Step {
    /** What every step has. */
    Scene scene();

    /** The kind in the file: {@code predict}, {@code observe}, {@code explain}, {@code reach}. */
    String kind();

    /** What is predicted; empty if nothing is. */
    default Optional<Question> askedQuestion() {
        return Optional.empty();
    }

    /** The place on a chart that is pointed at; empty for none. */
    default Optional<Place> markedPlace() {
        return Optional.empty();
    }

    /** This step if it has a goal. */
    default Optional<Reach> asReach() {
        return Optional.empty();
    }

    /**
     * The step or epoch at which the stage stands once the step has been played. The numbers in its text and its goal
     * are those of then; empty for the end of the run.
     */
    default OptionalInt playbackEnd() {
        boolean ofStart =
                scene().text().values().stream().anyMatch(value -> value.value().isOfStart())
                        || asReach().stream().anyMatch(reach -> reach.goal().isOfStart());
        return ofStart ? OptionalInt.of(0) : OptionalInt.empty();
    }

    <R> R accept(Visitor<R> visitor);

    /**
     * One result for each kind of step.
     *
     * @param <R> the type of the result
     */
    interface Visitor<R> {
        R visit(Predict predict);

        R visit(Observe observe);

        R visit(Explain explain);

        R visit(Reach reach);
    }

    /**
     * The user commits a prediction; the run starts only after that.
     *
     * @param to the step or epoch where the run then ends, so that the stage shows what was asked; null for the end
     */
    record Predict(Scene scene, Question question, @Nullable Integer to) implements Step {
        @Override
        public OptionalInt playbackEnd() {
            return to == null ? OptionalInt.empty() : OptionalInt.of(to);
        }

        @Override
        public String kind() {
            return "predict";
        }

        @Override
        public Optional<Question> askedQuestion() {
            return Optional.of(question);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A section of the run is played, and something is pointed at.
     *
     * @param from the step or epoch where the playback begins; null for the start
     * @param to the step or epoch where it ends; null for the end
     * @param ring the part of the stage to look at, from {@link hyperlab.lesson.readout.LabControls#parts}; null for
     *     none
     * @param at where on that part; null for the whole part
     */
    record Observe(
            Scene scene,
            @Nullable Integer from,
            @Nullable Integer to,
            @Nullable String ring,
            @Nullable Place at) implements Step {
        @Override
        public String kind() {
            return "observe";
        }

        @Override
        public Optional<Place> markedPlace() {
            return Optional.ofNullable(at);
        }

        @Override
        public OptionalInt playbackEnd() {
            return to == null ? Step.super.playbackEnd() : OptionalInt.of(to);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A place on the axes of a chart. */
    sealed interface Place {
        /** The numbers that must exist. */
        List<Expression> values();

        /** A position on the horizontal axis, such as an epoch. */
        record Position(Expression x) implements Place {
            @Override
            public List<Expression> values() {
                return List.of(x);
            }
        }

        record Point(Expression x, Expression y) implements Place {
            @Override
            public List<Expression> values() {
                return List.of(x, y);
            }
        }

        /** A part of the horizontal axis. */
        record Range(Expression from, Expression to) implements Place {
            @Override
            public List<Expression> values() {
                return List.of(from, to);
            }
        }
    }

    /**
     * The reason, with the formula and the numbers of this run.
     *
     * @param prompt asks for a sentence in the user's own words, which is saved but never graded; null if none is asked
     *     for
     */
    record Explain(Scene scene, @Nullable String prompt) implements Step {
        @Override
        public String kind() {
            return "explain";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Some controls are free, and a goal is checked against the state of the lab.
     *
     * @param goal a condition; see {@link hyperlab.lesson.expression.Goal} for how far away it is
     * @param hints shown one at a time
     * @param solutions one or more sets of changed controls, each of which reaches the goal; the first one is printed
     */
    record Reach(Scene scene, Expression goal, List<String> hints, List<Map<String, String>> solutions)
            implements Step {
        public Reach {
            hints = List.copyOf(hints);
            solutions = List.copyOf(solutions);
        }

        @Override
        public String kind() {
            return "reach";
        }

        @Override
        public Optional<Reach> asReach() {
            return Optional.of(this);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}
