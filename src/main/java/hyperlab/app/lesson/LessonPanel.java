package hyperlab.app.lesson;

import hyperlab.lab.LabContext;
import hyperlab.lab.learn.PageBlocks;
import hyperlab.lesson.Question;
import hyperlab.lesson.Step;
import hyperlab.ui.Messages;
import hyperlab.ui.NodeListeners;
import hyperlab.ui.control.WrappedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The left panel during a lesson: the question, the answer, the verdict, and what is asked before it goes on. */
final class LessonPanel extends VBox {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final int PROMPT_ROWS = 2;

    private final LabContext context;
    private final Messages messages;
    private final LessonPlayerViewModel player;
    private final Runnable end;
    private final LessonHead head;
    private final QuestionView question;
    private final SummaryView summary;
    private final VBox content = new VBox();
    private final Button primary;
    private final Button stay;
    private final Button hint;
    private final Button solution;
    private final Button skip;
    private final Button save;
    private final TextField name = new TextField();
    private final Map<Integer, TextArea> sentences = new HashMap<>();
    private int shownStep = -1;
    /** The step in which Enter was pressed without an answer; −1 for none. */
    private int unansweredStep = -1;

    private boolean closed;

    /** @param end ends the lesson at once */
    LessonPanel(LabContext context, LessonPlayerViewModel player, Runnable end, Consumer<String> saveAnswers) {
        this.context = context;
        this.messages = context.messages();
        this.player = player;
        this.end = end;
        head = new LessonHead(messages);
        question = new QuestionView(context, player, this::show);
        summary = new SummaryView(messages);
        primary = button("lesson-primary", this::primary);
        stay = button("lesson-stay", player::stay);
        hint = button("lesson-hint", player::hint);
        solution = button("lesson-solution", player::showSolution);
        skip = button("lesson-skip", player::skip);
        save = button("lesson-save", () -> saveAnswers.accept(name.getText()));
        stay.textProperty().bind(messages.bind("player.leave.no"));
        hint.textProperty().bind(messages.bind("player.hint"));
        solution.textProperty().bind(messages.bind("player.missed.solution"));
        save.textProperty().bind(messages.bind("player.save"));
        name.setId("lesson-name");
        name.promptTextProperty().bind(messages.bind("player.name"));
        name.accessibleTextProperty().bind(messages.bind("player.name"));
        setId("lesson-panel");
        getStyleClass().add("lesson-panel");
        content.setId("lesson-content");
        content.getStyleClass().add("lesson-content");
        FitPane fit = new FitPane(content);
        VBox.setVgrow(fit, Priority.ALWAYS);
        FlowPane foot = new FlowPane(primary, stay, hint, solution, skip, save);
        foot.setMinHeight(USE_PREF_SIZE);
        foot.getStyleClass().add("lesson-foot");
        getChildren().addAll(head, fit, foot);
        player.stateProperty().addListener((observed, before, now) -> show());
        NodeListeners.listen(this, messages.languageProperty(), this::languageChanged);
        show();
    }

    private void languageChanged() {
        if (!closed) {
            show();
        }
    }

    /** Ends the updates: another language then has a panel of its own. */
    void close() {
        closed = true;
    }

    private static Button button(String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** What Enter does. */
    void primary() {
        LessonState state = player.state();
        switch (state.dialog()) {
            case LEAVE -> end.run();
            case GOAL_MISSED -> player.stay();
            case NONE -> {
                if (state.isFinished()) {
                    end.run();
                } else if (state.isAsking()) {
                    commit();
                } else {
                    player.next();
                }
            }
        }
    }

    /** Commits the prediction, or says what is missing. */
    void commit() {
        unansweredStep = player.canCommit() ? -1 : player.state().index();
        if (player.canCommit()) {
            player.commit();
        } else {
            show();
        }
    }

    /** The answers to the question. */
    QuestionView question() {
        return question;
    }

    private void show() {
        LessonState state = player.state();
        if (shownStep != state.index()) {
            shownStep = state.index();
            question.reset();
        }
        head.show(state);
        if (state.dialog() == LessonDialog.LEAVE) {
            content.getChildren().setAll(leaving(state));
        } else if (state.isFinished()) {
            content.getChildren().setAll(summary.nodes(state));
            content.getChildren().add(name);
        } else {
            content.getChildren().setAll(step(state));
        }
        showButtons(state);
    }

    private void showButtons(LessonState state) {
        boolean asksNothing = state.dialog() == LessonDialog.NONE;
        boolean missed = state.dialog() == LessonDialog.GOAL_MISSED;
        primary.setText(messages.get(primaryKey(state)));
        setAccent(primary, !(asksNothing && hasOpenGoal(state)));
        primary.setDisable(asksNothing && state.isAsking() && !player.canCommit());
        boolean hints = !state.isFinished()
                && state.dialog() != LessonDialog.LEAVE
                && state.step() instanceof Step.Reach reach
                && state.record().hints() < reach.hints().size();
        show(stay, state.dialog() == LessonDialog.LEAVE);
        show(hint, hints);
        show(solution, missed);
        skip.setText(messages.get(state.isLastStep() ? "player.missed.skip.last" : "player.missed.skip"));
        show(skip, missed);
        show(save, state.isFinished());
    }

    /** Whether the goal of this step is neither reached nor solved: then to go on is not the next thing to do. */
    private static boolean hasOpenGoal(LessonState state) {
        return !state.isFinished()
                && state.step().asReach().isPresent()
                && !state.record().attempt().isOver();
    }

    private static void setAccent(Button button, boolean accent) {
        button.getStyleClass().remove("accent");
        if (accent) {
            button.getStyleClass().add("accent");
        }
    }

    private static String primaryKey(LessonState state) {
        return switch (state.dialog()) {
            case LEAVE -> "player.leave.yes";
            case GOAL_MISSED -> "player.missed.stay";
            case NONE ->
                state.isFinished()
                        ? "player.close"
                        : state.isAsking() ? "player.commit" : state.isLastStep() ? "player.finish" : "player.next";
        };
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private List<Node> leaving(LessonState state) {
        return List.of(
                Prose.of("lesson-title", messages.get("player.leave"), "lesson-title"),
                Prose.of(
                        "lesson-leave",
                        messages.get(
                                "player.leave.kept",
                                Integer.toString(state.index() + 1),
                                Integer.toString(state.lesson().steps().size()))));
    }

    private List<Node> step(LessonState state) {
        List<Node> nodes = new ArrayList<>();
        Step step = state.step();
        nodes.add(Prose.of("lesson-title", step.scene().title(), "lesson-title"));
        nodes.add(new PageBlocks(state.text(), context));
        if (step instanceof Step.Predict predict) {
            nodes.addAll(question.nodes(state, predict.question()));
            if (state.isAsking() && unansweredStep == state.index() && !player.canCommit()) {
                nodes.add(Prose.of(
                        "lesson-unanswered", messages.get(unansweredKey(predict.question())), "lesson-unanswered"));
            }
            if (state.record().isCommitted()) {
                nodes.add(verdict(state, predict.question()));
            }
        } else if (step instanceof Step.Explain explain && explain.prompt() != null) {
            nodes.add(prompt(state, explain.prompt()));
        } else if (step instanceof Step.Reach reach) {
            nodes.addAll(goal(state, reach));
        }
        return nodes;
    }

    private static String unansweredKey(Question question) {
        return question.accept(new Question.Visitor<>() {
            @Override
            public String visit(Question.Choice choice) {
                return "player.commit.choice";
            }

            @Override
            public String visit(Question.Numeric number) {
                return "player.commit.number";
            }

            @Override
            public String visit(Question.Order order) {
                return "player.commit.choice";
            }

            @Override
            public String visit(Question.Sketch sketch) {
                return "player.commit.sketch";
            }
        });
    }

    private List<Node> goal(LessonState state, Step.Reach reach) {
        List<Node> nodes = new ArrayList<>();
        for (int k = 0; k < state.record().hints(); k++) {
            nodes.add(Prose.of(
                    "lesson-hint-" + (k + 1),
                    messages.get("player.hint.text", reach.hints().get(k)),
                    "lesson-hint"));
        }
        OutcomeText text = new OutcomeText(messages.texts());
        if (state.goal() != null) {
            List<String> terms = text.terms(state.goal());
            for (int k = 0; k < terms.size(); k++) {
                nodes.add(Prose.of("lesson-goal-" + (k + 1), terms.get(k)));
            }
        }
        if (state.record().goalMet()) {
            WrappedText met = Prose.of("lesson-goal-met", text.reached(state), "lesson-verdict");
            met.pseudoClassStateChanged(
                    RIGHT, state.goal() == null || state.goal().met());
            nodes.add(met);
        } else if (state.record().attempt().solutionShown()) {
            nodes.add(Prose.of(
                    "lesson-goal-solution",
                    messages.get("player.missed.shown", text.solution(reach)),
                    "lesson-verdict"));
        } else if (state.dialog() == LessonDialog.GOAL_MISSED) {
            WrappedText missed = Prose.of(
                    "lesson-goal-missed",
                    messages.get(state.isLastStep() ? "player.missed.last" : "player.missed"),
                    "lesson-verdict");
            missed.pseudoClassStateChanged(WRONG, true);
            nodes.add(missed);
        }
        return nodes;
    }

    private Node verdict(LessonState state, Question asked) {
        Outcome outcome = state.record().outcome();
        String text = outcome == null
                ? messages.get("player.computing")
                : new OutcomeText(messages.texts()).verdict(asked, outcome);
        WrappedText verdict = Prose.of("lesson-verdict", text, "lesson-verdict");
        if (outcome != null) {
            verdict.pseudoClassStateChanged(RIGHT, outcome.score().value() >= 0.995);
            verdict.pseudoClassStateChanged(WRONG, outcome.score().value() < 0.5);
        }
        return verdict;
    }

    private Node prompt(LessonState state, String asked) {
        TextArea area = sentences.computeIfAbsent(state.index(), index -> {
            TextArea created = new TextArea(state.record().words());
            created.setId("lesson-words");
            created.setWrapText(true);
            created.setPrefRowCount(PROMPT_ROWS);
            created.accessibleTextProperty().bind(messages.bind("player.words"));
            created.promptTextProperty().bind(messages.bind("player.words"));
            created.focusedProperty().addListener((observed, before, focused) -> {
                if (!focused && player.state().index() == index) {
                    player.write(created.getText());
                }
            });
            return created;
        });
        VBox box = new VBox(Prose.of("lesson-prompt", asked, "lesson-prompt"), area);
        box.getStyleClass().add("lesson-prompt-box");
        return box;
    }

    /** Saves the answers at the end of the lesson. */
    void save() {
        if (player.state().isFinished()) {
            save.fire();
        }
    }
}
