package hyperlab.lab.learningrate;

import hyperlab.lab.learningrate.race.StepNarration;
import hyperlab.lab.learningrate.race.StepTerm;
import hyperlab.ui.Appearance;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** Selects the parts of a narrated step that fit into a given width. */
final class StepNarrationLayout {
    /** The space around a number, in pixels: padding, a sign or a divider, and gaps. */
    private static final double SIGN_SPACE = 42;

    private static final double DIVIDER_SPACE = 31;
    /** The width of the racer's marker with its gap, in pixels. */
    private static final double MARKER_WIDTH = 48;

    /** Font sizes in pixels at normal size. */
    private static final double CAPTION_SIZE = 12;

    private static final double NUMBER_SIZE = 18;
    private static final double TITLE_SIZE = 14;

    private final Appearance appearance;

    /** @param appearance the sizes of fonts and lengths */
    StepNarrationLayout(Appearance appearance) {
        this.appearance = appearance;
    }

    /**
     * Returns the parts that fit. The calculation of the new x is dropped first, then the old value, then the gradient
     * of an optimizer with momentum, then the new position, the value and the decay.
     */
    List<StepTermText> fit(List<StepTermText> all, StepNarration narration, double availableWidth) {
        List<StepTermText> words = new ArrayList<>(all);
        int next = words.size() - 2;
        if (narration.coordinates().size() == 1) {
            StepTermText plain = words.get(next);
            words.set(
                    next,
                    new StepTermText(
                            plain.term(),
                            plain.sign(),
                            plain.caption(),
                            List.of(StepTermText.calculation(narration.x()))));
            if (fits(words, availableWidth)) {
                return words;
            }
            words.set(next, plain);
        }
        if (!fits(words, availableWidth)) {
            StepTermText value = words.get(next + 1);
            words.set(
                    next + 1,
                    new StepTermText(
                            value.term(),
                            value.sign(),
                            value.caption(),
                            List.of("→ " + LearningRateText.formatStepNumber(narration.newValue()))));
        }
        if (!fits(words, availableWidth) && narration.updateRule().usesMomentum()) {
            words.remove(0);
        }
        List<StepTerm> dispensable = List.of(StepTerm.NEXT, StepTerm.VALUE, StepTerm.DECAY);
        for (int k = 0; k < dispensable.size() && !fits(words, availableWidth); k++) {
            StepTerm least = dispensable.get(k);
            words.removeIf(word -> word.term() == least);
        }
        return words;
    }

    /** Whether the parts fit into a width. */
    boolean fits(List<StepTermText> words, double availableWidth) {
        double requiredWidth = appearance.scaledLength(MARKER_WIDTH);
        for (StepTermText word : words) {
            double widest = width(word.caption(), CAPTION_SIZE);
            for (String number : word.numbers()) {
                widest = Math.max(widest, width(number, NUMBER_SIZE));
            }
            requiredWidth += widest + appearance.scaledLength(word.sign().isEmpty() ? DIVIDER_SPACE : SIGN_SPACE);
        }
        return requiredWidth <= availableWidth;
    }

    /** The width of the title before the parts. */
    double titleWidth(String title) {
        return width(title, TITLE_SIZE);
    }

    private double width(String text, double size) {
        Text measured = new Text(text);
        measured.setFont(Font.font("Pretendard", FontWeight.BOLD, appearance.scaledFontSize(size)));
        return measured.getLayoutBounds().getWidth();
    }
}
