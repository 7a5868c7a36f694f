package hyperlab.lab.training;

import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.log.LogReaders;
import hyperlab.log.LogColumns;
import hyperlab.log.LogTable;
import hyperlab.log.TrainingLog;
import hyperlab.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A log that is dropped on the lab: its findings, and its columns, which can be corrected. */
class LogInsightTest extends TrainingLabTest {
    private static final Path LOG = Path.of("src/test/resources/hyperlab/log/metrics.csv");

    @Test
    void droppedLogShowsItsFindingsAndColumns(FxRobot robot) throws TimeoutException {
        assertFalse(isShown(robot, "#training-log-findings"));
        robot.interact(() -> assertTrue(lab.openLog(LogReaders.readAny(LOG))));
        waitUntil(() -> isShown(robot, "#training-log-findings"));
        assertEquals(List.of("A. Overfitting since epoch 5", "What this log cannot show"), titles(robot));
        ComboBox<String> train = column(robot, "trainLoss");
        assertEquals("train_loss_epoch", train.getValue());
        assertEquals("–", column(robot, "learningRate").getValue());

        robot.interact(() -> column(robot, "validationLoss").setValue("–"));
        assertEquals(List.of("What this log cannot show", "No validation loss"), titles(robot));
        robot.interact(() -> train.setValue("–"));
        assertTrue(isShown(robot, "#training-log-error"), "without a loss, nothing changes");
        assertEquals("train_loss_epoch", train.getValue());

        robot.interact(() -> lab.parts().undo().undo());
        assertEquals("A. Overfitting since epoch 5", titles(robot).get(0));
        assertEquals("val_loss", column(robot, "validationLoss").getValue());
        robot.interact(() -> window.messages.languageProperty().set(Language.KOREAN));
        assertEquals("A. 에포크 5부터 과적합이에요", titles(robot).get(0));
    }

    @Test
    void reopenedLogSaysWhetherItsColumnsCanBeChanged(FxRobot robot) {
        TrainingLog log = ((Document.OfLog) Documents.parse("""
                {"format": "hyperlab-log/1", "name": "a", "series": {"trainLoss": {"steps": [1, 2], "values": [3, 2]}}}""", "x")).log();
        robot.interact(() -> lab.open(new Document.OfLog(log), null));
        assertTrue(isShown(robot, "#training-log-columns-fixed"));
        assertFalse(isShown(robot, "#training-log-columns"));

        LogTable table = LogReaders.readAny(LOG);
        Document saved = new Document.OfLog(TrainingLog.of(table, LogColumns.guess(table)));
        robot.interact(() -> lab.open(Documents.parse(Documents.write(saved), "x"), null));
        assertFalse(isShown(robot, "#training-log-columns-fixed"));
        robot.interact(() -> column(robot, "validationLoss").setValue("–"));
        assertEquals(List.of("What this log cannot show", "No validation loss"), titles(robot));
    }

    private static List<String> titles(FxRobot robot) {
        return robot.lookup("#training-log-findings .finding-title").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
    }

    private static ComboBox<String> column(FxRobot robot, String quantity) {
        return robot.lookup("#training-log-column-" + quantity).queryComboBox();
    }

    private static boolean isShown(FxRobot robot, String id) {
        Set<Node> nodes = robot.lookup(id).queryAll();
        return nodes.stream()
                        .filter(LogInsightTest::isTreeVisible)
                        .collect(Collectors.toSet())
                        .size()
                == 1;
    }

    private static boolean isTreeVisible(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
