package hyperlab.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import hyperlab.ui.WindowTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.junit.jupiter.api.Test;

@WindowTest
class WrappedTextTest {
    private final StringProperty text = new SimpleStringProperty("The value is **0.25** now.");
    private final WrappedText prose = new WrappedText(text);

    private List<String> words() {
        return prose.getChildren().stream().map(word -> ((Text) word).getText()).toList();
    }

    @Test
    void changedTextReusesItsNodes() {
        List<Node> before = List.copyOf(prose.getChildren());
        text.set("The value is **0.125** here.");
        assertEquals(before, prose.getChildren());
        assertEquals(List.of("The", "value", "is", "0.125", "here."), words());
        assertEquals("The value is 0.125 here.", prose.text());
    }

    @Test
    void textThatBecomesBoldGetsANewNode() {
        Node plain = prose.getChildren().get(0);
        Node bold = prose.getChildren().get(3);
        text.set("**One** value is **two**");
        assertNotSame(plain, prose.getChildren().get(0));
        assertSame(bold, prose.getChildren().get(3));
        assertEquals(List.of("One", "value", "is", "two"), words());
        assertEquals(
                List.of("prose-strong", "prose-word", "prose-word", "prose-strong"),
                prose.getChildren().stream()
                        .map(word -> word.getStyleClass().get(0))
                        .toList());
    }

    @Test
    void shortRelationStaysOnOneLine() {
        text.set("At η = 0.05, z ≤ 0 (f′ = 0) and **w₁ < 1**, but loss = 2 and x = (a + b), B ≈ **4 samples**.");
        assertEquals(
                List.of(
                        "At",
                        "η\u00a0=\u00a00.05,",
                        "z\u00a0≤\u00a00",
                        "(f′\u00a0=\u00a00)",
                        "and",
                        "w₁\u00a0<\u00a01",
                        ",",
                        "but",
                        "loss",
                        "=",
                        "2",
                        "and",
                        "x\u00a0=\u00a0(a",
                        "+",
                        "b),",
                        "B",
                        "≈",
                        "4",
                        "samples",
                        "."),
                allWords());
        assertEquals(
                "At η = 0.05, z ≤ 0 (f′ = 0) and w₁ < 1, but loss = 2 and x = (a + b), B ≈ 4 samples.", prose.text());
    }

    private List<String> allWords() {
        return prose.getChildren().stream()
                .flatMap(word ->
                        word instanceof Parent parts ? parts.getChildrenUnmodifiable().stream() : Stream.of(word))
                .map(word -> ((Text) word).getText())
                .toList();
    }

    /** The index of each term word with its term. */
    private List<String> terms() {
        List<String> terms = new ArrayList<>();
        for (int k = 0; k < prose.getChildren().size(); k++) {
            if (prose.getChildren().get(k) instanceof TermWord word) {
                terms.add(k + " " + word.term().english());
            }
        }
        return terms;
    }

    @Test
    void marksFirstOccurrenceOfEachTerm() {
        text.set("A **learning rate** of 0.1 and a loss: the learning rate sets the **step**, not the loss.");
        assertEquals(List.of("1 learning rate", "2 learning rate", "7 loss", "13 step"), terms());
        TermWord step = (TermWord) prose.getChildren().get(13);
        assertEquals(
                List.of("step", ","),
                step.getChildren().stream().map(part -> ((Text) part).getText()).toList());
        assertEquals(
                "A learning rate of 0.1 and a loss: the learning rate sets the step, not the loss.",
                prose.getAccessibleText());
        text.set("학습률은 0.1이고 학습률을 낮춰요.");
        assertEquals(List.of("0 learning rate"), terms());
    }

    @Test
    void keepsTermWordsWhenOnlyNumbersChange() {
        text.set("The loss is **0.25** now.");
        Node loss = prose.getChildren().get(1);
        text.set("The loss is **0.125** now.");
        assertSame(loss, prose.getChildren().get(1));
        text.set("The **loss** is 0.125 now.");
        assertNotSame(loss, prose.getChildren().get(1));
    }

    @Test
    void tooltipIsInTheLanguageOfTheText() {
        assertEquals(
                "손실: 예측과 정답의 차이를 하나의 수로 나타낸 값이에요.",
                TermHints.meaning(TermHints.find("손실이 줄어요").get(0).term(), "손실이 줄어요"));
        assertEquals(
                "loss: How far the predictions are from the right answers, as one number.",
                TermHints.meaning(TermHints.find("Losses fall").get(0).term(), "Losses fall"));
    }

    /**
     * The toolkit shares the layout of equal strings, but not that of labels, whose height is rounded: a word that is
     * also in a label would lie a pixel off.
     */
    @Test
    void wordsThatAreAlsoInLabelsAreOnTheSameLine() {
        double[] tops = new double[2];
        double[] heights = new double[2];
        for (int k = 0; k < 2; k++) {
            if (k == 1) {
                Text label = new Text("0.0613");
                label.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
                label.getLayoutBounds();
            }
            WrappedText line = new WrappedText(new SimpleStringProperty(k == 0 ? "now 0.0612" : "now 0.0613"));
            line.resize(300, line.prefHeight(300));
            line.layout();
            heights[k] = line.getHeight();
            Node first = line.getChildren().get(0);
            Node number = line.getChildren().get(1);
            assertEquals(first.getLayoutY(), number.getLayoutY(), 1e-9, "one baseline");
            tops[k] = number.getLayoutY();
        }
        assertEquals(heights[0], heights[1], "height with and without the label");
        assertEquals(tops[0], tops[1], "baseline with and without the label");
    }
}
