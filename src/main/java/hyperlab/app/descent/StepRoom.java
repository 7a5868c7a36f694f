package hyperlab.app.descent;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** Selects the parts of a narrated step that fit into a given width. */
final class StepRoom {
    /** The space around a number, in pixels: padding, a sign or a divider, and gaps. */
    private static final double AFTER_SIGN = 42;

    private static final double AFTER_DIVIDER = 31;
    /** The width of the racer's marker with its gap, in pixels. */
    private static final double MARK = 48;

    private StepRoom() {}

    /**
     * Returns the parts that fit. The calculation of the new x is dropped first, then the old value, then the gradient
     * of an optimizer with momentum, then the new position, the value and the decay.
     */
    static List<StepWords> fitting(List<StepWords> all, Narration told, double room) {
        List<StepWords> words = new ArrayList<>(all);
        int next = words.size() - 2;
        if (told.parts().size() == 1) {
            StepWords plain = words.get(next);
            words.set(
                    next,
                    new StepWords(plain.term(), plain.sign(), plain.caption(), List.of(StepWords.working(told.x()))));
            if (fits(words, room)) {
                return words;
            }
            words.set(next, plain);
        }
        if (!fits(words, room)) {
            StepWords value = words.get(next + 1);
            words.set(
                    next + 1,
                    new StepWords(
                            value.term(),
                            value.sign(),
                            value.caption(),
                            List.of("→ " + RateWords.inStep(told.newValue()))));
        }
        if (!fits(words, room) && told.kind().carries()) {
            words.remove(0);
        }
        List<StepTerm> dispensable = List.of(StepTerm.NEXT, StepTerm.VALUE, StepTerm.DECAY);
        for (int k = 0; k < dispensable.size() && !fits(words, room); k++) {
            StepTerm least = dispensable.get(k);
            words.removeIf(word -> word.term() == least);
        }
        return words;
    }

    private static boolean fits(List<StepWords> words, double room) {
        double wanted = MARK;
        for (StepWords word : words) {
            double widest = width(word.caption(), 12);
            for (String number : word.numbers()) {
                widest = Math.max(widest, width(number, 18));
            }
            wanted += widest + (word.sign().isEmpty() ? AFTER_DIVIDER : AFTER_SIGN);
        }
        return wanted <= room;
    }

    static double width(String text, double size) {
        Text measured = new Text(text);
        measured.setFont(Font.font("Pretendard", FontWeight.BOLD, size));
        return measured.getLayoutBounds().getWidth();
    }
}
