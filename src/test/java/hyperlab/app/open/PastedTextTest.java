package hyperlab.app.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.rule.InvalidInputException;
import hyperlab.train.Experiment;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastedTextTest {
    private static final String LINK =
            "https://playground.tensorflow.org/#activation=relu&dataset=spiral&networkShape=8,8&seed=0.5";

    @Test
    void distinguishesLinksAndDocumentsFromText() {
        assertTrue(PastedText.isDocument(LINK));
        assertTrue(PastedText.isDocument("#seed=0.3&noise=10"));
        assertTrue(PastedText.isDocument(" {\"format\": \"hyperlab-experiment/1\"}"));
        for (String text : List.of("0.03", "8, 8", "", "two\nplayground.tensorflow.org lines", "#title")) {
            assertFalse(PastedText.isDocument(text), text);
        }
        assertFalse(PastedText.isDocument(null));
    }

    @Test
    void readsLinkWithSeedAndExperimentLikeAFile() {
        Document.OfPlayground link = (Document.OfPlayground) PastedText.read(LINK, "clipboard");
        assertEquals("0.5", link.experiment().link().data().seed());
        assertEquals(List.of(8, 8), link.experiment().link().network().hidden());
        Document written = new Document.OfExperiment(Experiment.DEFAULT.withSeed(9));
        assertEquals(written, PastedText.read(Documents.write(written), "clipboard"));
    }

    @Test
    void rejectsOtherTextNamingItsSource() {
        for (String text : new String[] {null, "0.03"}) {
            InvalidInputException error =
                    assertThrows(InvalidInputException.class, () -> PastedText.read(text, "clipboard"));
            assertEquals("clipboard contains no Playground link, table or Hyperlab document", error.line());
        }
    }
}
