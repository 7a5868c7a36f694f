package hyperlab.app.panel;

import static hyperlab.lab.LabTestWindow.waitUntil;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.finding.Severity;
import hyperlab.text.Language;
import hyperlab.ui.Appearance;
import hyperlab.ui.Messages;
import hyperlab.ui.Theme;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.FindingCard;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@WindowTest
class InsightPanelTest {
    private static final ObservableStringValue TITLE = new ReadOnlyStringWrapper("title");

    private final VBox content = new VBox();
    private InsightPanel panel;

    @Start
    void start(Stage stage) {
        panel = new InsightPanel(new Messages(Language.ENGLISH), new Appearance(Theme.LIGHT));
        stage.setScene(new Scene(new StackPane(new HBox(panel.column(), panel.strip()), panel.overlay()), 500, 300));
        panel.show(content);
        stage.show();
    }

    @Test
    void collapsedPanelContinuesToCountFindings(FxRobot robot) throws TimeoutException {
        robot.interact(() -> panel.setNarrow(true));
        for (int round = 1; round <= 3; round++) {
            int findings = round;
            robot.interact(() -> content.getChildren().add(finding(findings)));
            waitUntil(() -> robot.lookup(".finding-dot").queryAll().size() == findings);
        }
        robot.interact(() -> content.getChildren().clear());
        waitUntil(() -> robot.lookup(".finding-dot").queryAll().isEmpty());
    }

    /** Labs give their content the style class themselves. */
    @Test
    void countsTheFindingsOfStyledContent(FxRobot robot) throws TimeoutException {
        VBox styled = new VBox();
        styled.getStyleClass().add("insight-content");
        robot.interact(() -> {
            panel.setNarrow(true);
            panel.show(styled);
        });
        robot.interact(() -> styled.getChildren().addAll(finding(1), finding(2)));
        waitUntil(() -> robot.lookup(".finding-dot").queryAll().size() == 2);
        robot.interact(() -> panel.show(content));
        robot.interact(() -> panel.show(styled));
        waitUntil(() -> robot.lookup(".finding-dot").queryAll().size() == 2);
    }

    @Test
    void retainsDotsWhileFindingsAreUnchanged(FxRobot robot) throws TimeoutException {
        Label number = new Label("1");
        robot.interact(() -> {
            panel.setNarrow(true);
            content.getChildren().addAll(finding(1), number);
        });
        waitUntil(() -> robot.lookup(".finding-dot").queryAll().size() == 1);
        Node dot = robot.lookup(".finding-dot").query();
        robot.interact(() -> number.setText("another number"));
        waitUntil(() -> !content.isNeedsLayout());
        assertSame(dot, robot.lookup(".finding-dot").query());
    }

    @Test
    void keyFocusesNextRemedyAndScrollsToIt(FxRobot robot) throws TimeoutException {
        Region far = new Region();
        far.setMinHeight(2_000);
        robot.interact(() -> content.getChildren()
                .addAll(
                        finding(1).remedy(TITLE, () -> {}),
                        finding(2),
                        far,
                        finding(3).remedy(TITLE, () -> {})));
        robot.interact(content.getScene().getRoot()::requestFocus);
        for (String id : List.of("finding-1-remedy", "finding-3-remedy", "finding-1-remedy")) {
            robot.interact(panel::focusNextRemedy);
            Node focused = content.getScene().getFocusOwner();
            assertEquals(id, focused.getId());
            waitUntil(() -> isInSight(robot.lookup("#insight").query(), focused));
        }
    }

    @Test
    void keyDoesNothingWhileThePanelIsNotInTheWindow(FxRobot robot) {
        robot.interact(() -> {
            content.getChildren().setAll(finding(1).remedy(TITLE, () -> {}));
            Scene scene = content.getScene();
            scene.setRoot(new Group());
            Node focused = scene.getFocusOwner();
            panel.focusNextRemedy();
            assertEquals(focused, scene.getFocusOwner());
        });
    }

    private static boolean isInSight(Node pane, Node node) {
        Bounds shown = pane.localToScene(pane.getBoundsInLocal());
        Bounds place = node.localToScene(node.getLayoutBounds());
        return shown.getMinY() <= place.getMinY() && place.getMaxY() <= shown.getMaxY();
    }

    @Test
    void expandsCollapsedPanelOnlyForRemedy(FxRobot robot) {
        robot.interact(() -> {
            panel.setNarrow(true);
            content.getChildren().setAll(finding(1));
            panel.focusNextRemedy();
        });
        assertTrue(panel.strip().isVisible(), "there is none");
        assertEquals(0, panel.overlay().getChildren().size());
        robot.interact(() -> {
            content.getChildren().setAll(finding(1).remedy(TITLE, () -> {}));
            panel.focusNextRemedy();
        });
        assertEquals(1, panel.overlay().getChildren().size());
        assertEquals("finding-1-remedy", content.getScene().getFocusOwner().getId());
    }

    private static FindingCard finding(int number) {
        return new FindingCard("finding-" + number, Severity.NOTE, TITLE, new ReadOnlyStringWrapper("text"));
    }
}
