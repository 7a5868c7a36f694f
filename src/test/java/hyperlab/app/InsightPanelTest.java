package hyperlab.app;

import static hyperlab.app.LabStage.until;
import static org.junit.jupiter.api.Assertions.assertSame;

import hyperlab.app.control.Finding;
import hyperlab.text.Language;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class InsightPanelTest {
    private final VBox content = new VBox();
    private InsightPanel panel;

    @Start
    void start(Stage stage) {
        panel = new InsightPanel(new Messages(Language.ENGLISH));
        stage.setScene(new Scene(new StackPane(new HBox(panel.column(), panel.strip()), panel.overlay()), 500, 300));
        panel.show(content);
        stage.show();
    }

    @Test
    void aFoldedPanelGoesOnCountingItsFindings(FxRobot robot) throws TimeoutException {
        robot.interact(() -> panel.narrow(true));
        for (int round = 1; round <= 3; round++) {
            int findings = round;
            robot.interact(() -> content.getChildren().add(finding(findings)));
            until(() -> robot.lookup(".finding-dot").queryAll().size() == findings);
        }
        robot.interact(() -> content.getChildren().clear());
        until(() -> robot.lookup(".finding-dot").queryAll().isEmpty());
    }

    @Test
    void dotsStayWhileTheFindingsAreTheSame(FxRobot robot) throws TimeoutException {
        Label number = new Label("1");
        robot.interact(() -> {
            panel.narrow(true);
            content.getChildren().addAll(finding(1), number);
        });
        until(() -> robot.lookup(".finding-dot").queryAll().size() == 1);
        Node dot = robot.lookup(".finding-dot").query();
        robot.interact(() -> number.setText("another number"));
        until(() -> !content.isNeedsLayout());
        assertSame(dot, robot.lookup(".finding-dot").query());
    }

    private static Finding finding(int number) {
        return new Finding(
                "finding-" + number,
                Finding.Kind.NOTE,
                new ReadOnlyStringWrapper("title"),
                new ReadOnlyStringWrapper("text"));
    }
}
