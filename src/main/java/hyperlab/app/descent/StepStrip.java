package hyperlab.app.descent;

import hyperlab.app.LabContext;
import hyperlab.app.control.FormulaView;
import hyperlab.app.control.Hints;
import hyperlab.app.control.SeriesSymbol;
import hyperlab.text.NumberFormats;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
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
final class StepStrip extends VBox {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final double COORDINATES = 60;

    private final LabContext context;
    private final SeriesSymbol mark;
    private final HBox numbers = new HBox();
    private final FormulaView formula;
    private final Label effective = new Label();
    private final List<TermBox> boxes = new ArrayList<>();
    private final Label head = new Label();
    private List<Object> laidOut = List.of();
    private Moment moment;
    private @Nullable StepTerm lit;
    private Runnable onLit = () -> {};

    StepStrip(LabContext context, Moment moment) {
        this.context = context;
        this.moment = moment;
        setId("rate-narration");
        getStyleClass().addAll("rate-lab", "step-card");
        numbers.getStyleClass().add("step-strip");
        numbers.setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        setFocusTraversable(true);
        head.getStyleClass().add("step-title");
        head.setMinWidth(USE_PREF_SIZE);
        mark = new SeriesSymbol(context.appearance(), RacerLook.of(moment.selected()));
        formula = new FormulaView("", "", context.appearance());
        formula.setId("rate-step-formula");
        formula.getStyleClass().add("step-formula");
        formula.setAlignment(Pos.CENTER_LEFT);
        effective.setId("rate-effective");
        effective.getStyleClass().add("step-effective");
        effective.managedProperty().bind(effective.visibleProperty());
        effective.setOnMouseEntered(event -> light(StepTerm.SCALE));
        getChildren().addAll(numbers, formula, effective);
        Hints.withHint(this, context.messages().bind("rate.narrated.hint"));
        widthProperty().addListener((observed, before, now) -> show(this.moment));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty()
                .addListener((observed, before, now) -> light(now && !boxes.isEmpty() ? boxes.get(0).term : null));
        setOnMousePressed(event -> {
            requestFocus();
            event.consume();
        });
        setOnMouseExited(event -> light(null));
    }

    /** The text for tests and screen readers. */
    String text() {
        return getAccessibleText();
    }

    /** The highlighted term; null if there is none. */
    @Nullable
    StepTerm lit() {
        return lit;
    }

    /** Sets the listener that is called when the highlighted term changes. */
    void onLit(Runnable listener) {
        onLit = listener;
    }

    /** The terms shown, in order; empty at the end of a path. */
    List<StepTerm> terms() {
        return boxes.stream().map(box -> box.term).filter(Objects::nonNull).toList();
    }

    /** Whether the user is hovering over the terms or the strip has the keyboard focus. */
    boolean isPointedAt() {
        return isHover() || isFocused();
    }

    /** Highlights a term, or none if null. */
    void light(@Nullable StepTerm term) {
        boolean other = lit != term;
        lit = term;
        if (other) {
            onLit.run();
        }
        boxes.forEach(box -> box.pseudoClassStateChanged(LIT, box.term == term));
        effective.pseudoClassStateChanged(LIT, term == StepTerm.SCALE);
        formula.latex().set(RateFormulas.of(moment, term));
    }

    private void key(KeyEvent event) {
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
            at = boxes.get(k).term == lit ? k : at;
        }
        light(boxes.get(Math.floorMod(at + by, boxes.size())).term);
        event.consume();
    }

    void show(Moment newMoment) {
        moment = newMoment;
        mark.setLook(RacerLook.of(moment.chosen(), moment.step()));
        Texts texts = context.messages().texts();
        Optional<Narration> told = moment.narration();
        if (told.isPresent()) {
            tell(told.get(), texts);
        } else {
            tellTheEnd(texts);
        }
        light(lit);
    }

    private void tellTheEnd(Texts texts) {
        RacerWalk chosen = moment.chosen();
        int last = chosen.path().steps();
        String line = chosen.path().diverged()
                ? texts.get("rate.narrated.diverged", Integer.toString(last + 1))
                : texts.get(
                        moment.race().isSurface() ? "rate.narrated.end.surface" : "rate.narrated.end",
                        Integer.toString(last),
                        RateWords.at(chosen, last),
                        NumberFormats.format(chosen.value(last)));
        Label end = new Label(line);
        end.getStyleClass().add("step-end");
        boxes.clear();
        laidOut = List.of();
        numbers.getChildren().setAll(mark, end);
        effective.setVisible(false);
        setAccessibleText(line);
    }

    private void tell(Narration told, Texts texts) {
        String title =
                texts.get("rate.narrated.title", Integer.toString(told.step()), Integer.toString(told.step() + 1));
        List<StepWords> words = StepWords.of(told, texts);
        Optional<String> rates = StepWords.effectiveRates(told, texts);
        effective.setText(rates.orElse(""));
        effective.setVisible(rates.isPresent());
        setAccessibleText(Stream.of(Stream.of(title), words.stream().map(StepWords::read), rates.stream())
                .flatMap(Function.identity())
                .collect(Collectors.joining(". ")));
        List<StepWords> shown = StepRoom.fitting(words, told, room(title, told));
        List<Object> shape = new ArrayList<>(List.of(told.parts().size()));
        shown.forEach(word ->
                shape.add(List.of(word.term(), word.sign(), word.numbers().size())));
        if (!shape.equals(laidOut)) {
            laidOut = shape;
            layOut(shown, told.parts().size() > 1);
        }
        head.setText(title);
        for (int k = 0; k < shown.size(); k++) {
            StepWords word = shown.get(k);
            boxes.get(k).say(word.caption(), word.numbers(), style(word.term(), told));
        }
    }

    /**
     * Creates nodes only when the layout changes; otherwise they would be restyled and laid out again at each step.
     */
    private void layOut(List<StepWords> words, boolean ofSurface) {
        boxes.clear();
        numbers.getChildren().setAll(mark, head);
        if (ofSurface) {
            TermBox names = new TermBox(null, 2);
            names.say("", List.of("x", "y"), "quiet");
            numbers.getChildren().addAll(divider(), names);
        }
        for (StepWords word : words) {
            TermBox box = new TermBox(word.term(), word.numbers().size());
            boxes.add(box);
            numbers.getChildren().addAll(word.sign().isEmpty() ? divider() : sign(word.sign()), box);
        }
    }

    private double room(String title, Narration told) {
        return getWidth() - StepRoom.width(title, 14) - (told.parts().size() > 1 ? COORDINATES : 0);
    }

    private String style(StepTerm term, Narration told) {
        if (term == StepTerm.MOVE) {
            return RateWords.style(moment.chosen(), moment.step());
        }
        return term == StepTerm.GRADIENT && told.kind().carries() ? "quiet" : "";
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
                setOnMouseEntered(event -> light(term));
            }
        }

        void say(String name, List<String> numbersShown, String newStyle) {
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
