package hyperlab.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class WrappedTextTest {
    private final StringProperty text = new SimpleStringProperty("The loss is **0.25** now.");
    private final WrappedText prose = new WrappedText(text);

    private List<String> words() {
        return prose.getChildren().stream().map(word -> ((Text) word).getText()).toList();
    }

    @Test
    void changedTextReusesItsNodes() {
        List<Node> before = List.copyOf(prose.getChildren());
        text.set("The loss is **0.125** here.");
        assertEquals(before, prose.getChildren());
        assertEquals(List.of("The", "loss", "is", "0.125", "here."), words());
        assertEquals("The loss is 0.125 here.", prose.text());
    }

    @Test
    void textThatBecomesBoldGetsANewNode() {
        Node plain = prose.getChildren().get(0);
        Node bold = prose.getChildren().get(3);
        text.set("**One** loss is **two**");
        assertNotSame(plain, prose.getChildren().get(0));
        assertSame(bold, prose.getChildren().get(3));
        assertEquals(List.of("One", "loss", "is", "two"), words());
        assertEquals(
                List.of("prose-strong", "prose-word", "prose-word", "prose-strong"),
                prose.getChildren().stream()
                        .map(word -> word.getStyleClass().get(0))
                        .toList());
    }
}
