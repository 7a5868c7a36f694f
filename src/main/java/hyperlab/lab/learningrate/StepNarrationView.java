package hyperlab.lab.learningrate;

import hyperlab.lab.LabContext;
import hyperlab.lab.learningrate.race.RaceSnapshot;
import hyperlab.lab.learningrate.race.RacerRun;
import hyperlab.lab.learningrate.race.StepNarration;
import hyperlab.lab.learningrate.race.StepTerm;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import hyperlab.ui.control.FormulaView;
import hyperlab.ui.control.Hints;
import hyperlab.ui.control.SeriesSymbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The selected racer's next step in numbers, with its formula below. The term under the mouse pointer or selected with
 * the arrow keys is highlighted in both.
 */
final class StepNarrationView extends VBox {
    private static final PseudoClass HIGHLIGHTED = PseudoClass.getPseudoClass("lit");
    private static final double COORDINATES_WIDTH = 60;
    /** A lower window, at normal size, has no room for the formula. */
    static final double MIN_SCENE_HEIGHT = 720;

    private final LabContext context;
    private final StepNarrationLayout layout;
    private final ObservableValue<Number> sceneHeight =
            sceneProperty().<Number>flatMap(Scene::heightProperty).orElse(0);
    private final SeriesSymbol mark;
    private final HBox numbers = new HBox();
    private final FormulaView formula;
    private final Label effective = new Label();
    private final List<TermBox> boxes = new ArrayList<>();
    private final Label head = new Label();
    private List<Object> layoutKey = List.of();
    private RaceSnapshot snapshot;
    private @Nullable StepTerm highlighted;
    private Runnable highlightListener = () -> {};

    StepNarrationView(LabContext context, RaceSnapshot snapshot) {
        this.context = context;
        layout = new StepNarrationLayout(context.appearance());
        this.snapshot = snapshot;
        setId("learning-rate-narration");
        getStyleClass().addAll("learning-rate-lab", "step-card");
        numbers.getStyleClass().add("step-strip");
        numbers.setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        head.getStyleClass().add("step-title");
        head.setMinWidth(USE_PREF_SIZE);
        mark = new SeriesSymbol(context.appearance(), RacerStyle.of(snapshot.selectedIndex()));
        formula = context.formula("step-formula", "", "");
        formula.setId("learning-rate-step-formula");
        formula.getStyleClass().add("step-formula");
        formula.setAlignment(Pos.CENTER_LEFT);
        effective.setId("learning-rate-effective");
        effective.getStyleClass().add("step-effective");
        effective.managedProperty().bind(effective.visibleProperty());
        effective.setOnMouseEntered(event -> highlight(StepTerm.SCALE));
        // In a presentation and in a low window the narration takes one line; the charts get the rest.
        formula.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !context.appearance().presentationProperty().get()
                                && sceneHeight.getValue().doubleValue()
                                        >= context.appearance().scaledLength(MIN_SCENE_HEIGHT),
                        context.appearance().presentationProperty(),
                        sceneHeight));
        formula.managedProperty().bind(formula.visibleProperty());
        getChildren().addAll(numbers, formula, effective);
        Hints.withHint(this, context.messages().bind("learning-rate.narrated.hint"));
        widthProperty().addListener((observed, before, now) -> show(this.snapshot));
        addEventHandler(KeyEvent.KEY_PRESSED, this::handleKey);
        focusedProperty()
                .addListener((observed, before, now) -> highlight(now && !boxes.isEmpty() ? boxes.get(0).term : null));
        setOnMousePressed(event -> {
            requestFocus();
            event.consume();
        });
        setOnMouseExited(event -> highlight(null));
        context.appearance().addStyleListener(() -> show(this.snapshot));
    }

    /** The text for tests and screen readers. */
    String text() {
        return getAccessibleText();
    }

    /** The highlighted term; null if there is none. */
    @Nullable
    StepTerm highlighted() {
        return highlighted;
    }

    /** Sets the listener that is called when the highlighted term changes. */
    void onHighlight(Runnable listener) {
        highlightListener = listener;
    }

    /** The terms shown, in order; empty at the end of a path. */
    List<StepTerm> terms() {
        return boxes.stream().map(box -> box.term).filter(Objects::nonNull).toList();
    }

    /** Whether the user is hovering over the terms or the strip has the keyboard focus. */
    boolean isUserHighlighting() {
        return isHover() || isFocused();
    }

    /** Highlights a term, or none if null. */
    void highlight(@Nullable StepTerm term) {
        boolean other = highlighted != term;
        highlighted = term;
        if (other) {
            highlightListener.run();
        }
        boxes.forEach(box -> box.pseudoClassStateChanged(HIGHLIGHTED, box.term == term));
        effective.pseudoClassStateChanged(HIGHLIGHTED, term == StepTerm.SCALE);
        formula.latexProperty().set(LearningRateFormulas.of(snapshot, term));
    }

    private void handleKey(KeyEvent event) {
        int by = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            default -> 0;
        };
        if (by == 0 || boxes.isEmpty() || event.isShiftDown() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int at = -1;
        for (int k = 0; k < boxes.size(); k++) {
            at = boxes.get(k).term == highlighted ? k : at;
        }
        highlight(boxes.get(Math.floorMod(at + by, boxes.size())).term);
        event.consume();
    }

    void show(RaceSnapshot newMoment) {
        snapshot = newMoment;
        mark.setCurveStyle(RacerStyle.of(snapshot.selectedRun(), snapshot.step()));
        Texts texts = context.messages().texts();
        Optional<StepNarration> narration = snapshot.narration();
        if (narration.isPresent()) {
            showStep(narration.get(), texts);
        } else {
            showEnd(texts);
        }
        highlight(highlighted);
    }

    private void showEnd(Texts texts) {
        RacerRun chosen = snapshot.selectedRun();
        int last = chosen.path().steps();
        String line = chosen.path().diverged()
                ? texts.get("learning-rate.narrated.diverged", Integer.toString(last + 1))
                : texts.get(
                        snapshot.race().isSurface()
                                ? "learning-rate.narrated.end.surface"
                                : "learning-rate.narrated.end",
                        Integer.toString(last),
                        LearningRateText.formatPosition(chosen, last),
                        NumberFormats.format(chosen.value(last)));
        Label end = new Label(line);
        end.getStyleClass().add("step-end");
        end.setWrapText(true);
        boxes.clear();
        layoutKey = List.of();
        numbers.getChildren().setAll(mark, end);
        effective.setVisible(false);
        setAccessibleText(line);
    }

    private void showStep(StepNarration narration, Texts texts) {
        String title = texts.get(
                "learning-rate.narrated.title",
                Integer.toString(narration.step()),
                Integer.toString(narration.step() + 1));
        List<StepTermText> words = StepTermText.of(narration, texts);
        Optional<String> rates = StepTermText.effectiveRates(narration, texts);
        effective.setText(rates.orElse(""));
        effective.setVisible(rates.isPresent());
        setAccessibleText(
                Stream.of(Stream.of(title), words.stream().map(StepTermText::screenReaderText), rates.stream())
                        .flatMap(Function.identity())
                        .collect(Collectors.joining(". ")));
        double withTitle = availableWidth(title, narration);
        List<StepTermText> fitting = layout.fit(words, narration, withTitle);
        boolean titleFits = layout.fits(fitting, withTitle);
        // The playback bar names the step, too.
        List<StepTermText> shown =
                titleFits ? fitting : layout.fit(words, narration, withTitle + layout.titleWidth(title));
        head.setVisible(titleFits);
        head.setManaged(titleFits);
        List<Object> newLayoutKey =
                new ArrayList<>(List.of(narration.coordinates().size()));
        shown.forEach(word -> newLayoutKey.add(
                List.of(word.term(), word.sign(), word.numbers().size())));
        if (!newLayoutKey.equals(layoutKey)) {
            layoutKey = newLayoutKey;
            rebuild(shown, narration.coordinates().size() > 1);
        }
        head.setText(title);
        for (int k = 0; k < shown.size(); k++) {
            StepTermText word = shown.get(k);
            boxes.get(k).setContent(word.caption(), word.numbers(), style(word.term(), narration));
        }
    }

    /**
     * Creates nodes only when the layout changes; otherwise they would be restyled and laid out again at each step.
     */
    private void rebuild(List<StepTermText> words, boolean ofSurface) {
        boxes.clear();
        numbers.getChildren().setAll(mark, head);
        if (ofSurface) {
            TermBox names = new TermBox(null, 2);
            names.setContent("", List.of("x", "y"), "quiet");
            numbers.getChildren().addAll(divider(), names);
        }
        for (StepTermText word : words) {
            TermBox box = new TermBox(word.term(), word.numbers().size());
            boxes.add(box);
            numbers.getChildren().addAll(word.sign().isEmpty() ? divider() : sign(word.sign()), box);
        }
    }

    private double availableWidth(String title, StepNarration narration) {
        return getWidth()
                - layout.titleWidth(title)
                - (narration.coordinates().size() > 1 ? context.appearance().scaledLength(COORDINATES_WIDTH) : 0);
    }

    private String style(StepTerm term, StepNarration narration) {
        if (term == StepTerm.MOVE) {
            return LearningRateText.style(snapshot.selectedRun(), snapshot.step());
        }
        return term == StepTerm.GRADIENT && narration.updateRule().usesMomentum() ? "quiet" : "";
    }

    /** A caption above one number per variable. */
    private final class TermBox extends VBox {
        private final @Nullable StepTerm term;
        private final Label caption = new Label();
        private final List<Label> values = new ArrayList<>();
        private String style = "";

        TermBox(@Nullable StepTerm term, int count) {
            this.term = term;
            getStyleClass().add("step-term");
            setAlignment(Pos.CENTER_LEFT);
            caption.getStyleClass().add("caption");
            caption.setMinWidth(USE_PREF_SIZE);
            getChildren().add(caption);
            for (int k = 0; k < count; k++) {
                Label below = new Label();
                below.getStyleClass().add("step-number");
                below.setMinWidth(USE_PREF_SIZE);
                values.add(below);
                getChildren().add(below);
            }
            if (term != null) {
                setOnMouseEntered(event -> highlight(term));
            }
        }

        void setContent(String name, List<String> numbersShown, String newStyle) {
            caption.setText(name);
            for (int k = 0; k < values.size(); k++) {
                values.get(k).setText(numbersShown.get(k));
            }
            if (!newStyle.equals(style)) {
                values.forEach(value -> {
                    value.getStyleClass().remove(style);
                    if (!newStyle.isEmpty()) {
                        value.getStyleClass().add(newStyle);
                    }
                });
                style = newStyle;
            }
        }
    }

    private static Node sign(String sign) {
        Label label = new Label(sign);
        label.getStyleClass().add("step-sign");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Node divider() {
        Separator line = new Separator(Orientation.VERTICAL);
        line.getStyleClass().add("step-divider");
        return line;
    }
}
