package hyperlab.ui.control;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.ui.WindowTest;
import hyperlab.ui.control.chart.StageGrid;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;

@WindowTest
class ScrollPanesTest {
    private ScrollPane plain;
    private ScrollPane uncached;
    private StageGrid grid;

    @Start
    void start(Stage stage) {
        plain = new ScrollPane();
        uncached = ScrollPanes.withoutCache(new ScrollPane());
        grid = new StageGrid(new double[] {1}, new double[] {1}).addCard(new Label("card"), 0, 0, 1);
        plain.setContent(new Label("text"));
        uncached.setContent(new Label("text"));
        stage.setScene(new Scene(new HBox(plain, uncached, grid), 300, 200));
        stage.show();
    }

    /** The first assertion holds while the toolkit caches viewports; when it fails, the class is no longer needed. */
    @Test
    void repaintsOnlyWhatChanges() {
        assertTrue(plain.lookup(".viewport").isCache());
        assertFalse(uncached.lookup(".viewport").isCache());
        assertFalse(grid.lookup(".viewport").isCache());
    }
}
