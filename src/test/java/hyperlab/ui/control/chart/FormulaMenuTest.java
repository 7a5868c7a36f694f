package hyperlab.ui.control.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.chart.ChartTable;
import hyperlab.text.Language;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.FormulaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class FormulaMenuTest {
    private static final String ID = "test-formula";

    private final Messages messages = new Messages(Language.ENGLISH);
    private final Appearance appearance = new Appearance(Theme.LIGHT);
    private final List<ChartRequest> requests = new ArrayList<>();
    private FormulaView view;

    @Start
    void start(Stage stage) {
        view = new FormulaView("a + " + FormulaView.highlight("b"), "", appearance);
        FormulaMenu.install(view, ID, messages, appearance);
        StackPane root = new StackPane(view);
        root.addEventHandler(ChartRequest.REQUESTED, requests::add);
        stage.setScene(new Scene(root, 200, 100));
        stage.show();
    }

    private ContextMenu opened() {
        view.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 10, 10, false, null));
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static MenuItem item(ContextMenu menu, String suffix) {
        return menu.getItems().stream()
                .filter(item -> (ID + suffix).equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFormulaIsExportedLikeAChart(FxRobot robot) {
        robot.interact(() -> {
            ContextMenu menu = opened();
            item(menu, "-latex").fire();
            ChartRequest.LatexExport latex = assertInstanceOf(
                    ChartRequest.LatexExport.class, requests.get(0).kind());
            assertEquals("a + {b}", latex.latex().get(), "without the highlight, which is not LaTeX");
            item(menu, "-copy").fire();
            assertInstanceOf(ChartRequest.ClipboardExport.class, requests.get(1).kind());
            item(menu, "-figure").fire();
            ChartCard card = requests.get(2).card();
            assertEquals(ID, card.getId());
            ChartTable table = Objects.requireNonNull(card.plot()).table();
            assertEquals(List.of(List.of("a + {b}", "")), table.rows());
            assertTrue(menu.getItems().stream().noneMatch(each -> (ID + "-enlarge-item").equals(each.getId())));

            menu.hide();
            view.latexProperty().set("c");
            item(opened(), "-latex").fire();
            latex = assertInstanceOf(
                    ChartRequest.LatexExport.class, requests.get(3).kind());
            assertEquals("c", latex.latex().get());
        });
    }
}
