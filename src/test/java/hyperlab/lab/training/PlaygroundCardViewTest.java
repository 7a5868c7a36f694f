package hyperlab.lab.training;

import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.playground.PlaygroundExperiment;
import hyperlab.playground.PlaygroundLink;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import hyperlab.ui.control.WrappedText;
import hyperlab.ui.control.chart.ChartCard;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** The chart of what TensorFlow Playground would display. */
class PlaygroundCardViewTest extends TrainingLabTest {
    private static final Document.OfPlayground LINK = new Document.OfPlayground(
            new PlaygroundExperiment(PlaygroundLink.parse("#seed=0.59704&showTestData=true", () -> 0), 100));

    private Optional<ChartCard> page() {
        return lab.charts().stream()
                .filter(card -> "training-playground".equals(card.getId()))
                .findFirst();
    }

    @Test
    void linkShowsThePageWithItsLosses(FxRobot robot) throws TimeoutException {
        assertTrue(page().isEmpty());
        robot.interact(() -> lab.open(LINK));
        String end = "epoch 100, test loss 0.012, training loss 0.010";
        waitUntil(() -> page().isPresent() && page().get().subtitle().equals(end));
        XYPlot plot = page().orElseThrow().chart().getXYPlot();
        assertEquals(-6, plot.getDomainAxis().getLowerBound());
        assertEquals(6, plot.getDomainAxis().getUpperBound());
        assertEquals(6, plot.getRangeAxis().getUpperBound());
        String note = robot.lookup("#training-playground-note")
                .queryAs(WrappedText.class)
                .text();
        assertTrue(note.startsWith("At epoch 100, the page shows test loss 0.012, training loss 0.010."), note);
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        assertEquals("에포크 100, 시험 손실 0.012, 훈련 손실 0.010", page().orElseThrow().subtitle());
    }

    @Test
    void onlyPageFigureCarriesTheLinkOthersTheExperiment(FxRobot robot) throws TimeoutException {
        robot.interact(() -> lab.open(LINK));
        waitUntil(() -> page().isPresent() && !page().get().subtitle().isEmpty());
        ChartCard loss = lab.charts().get(0);
        assertEquals(LINK, lab.displayedDocument(page().orElseThrow()));
        assertEquals(lab.document(), lab.displayedDocument(loss));
        assertEquals("", lab.comparisonCaption(page().orElseThrow(), Texts.in(Language.ENGLISH)));
        assertTrue(lab.comparisonCaption(loss, Texts.in(Language.ENGLISH)).contains("seed=0.59704"));
    }
}
