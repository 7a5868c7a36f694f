package hyperlab.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.DataSettings;
import hyperlab.text.Language;
import hyperlab.ui.Messages;
import hyperlab.ui.StageExtension;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.ChoiceComboBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The drop-down lists in the table of columns. */
@WindowTest
class TableColumnsTest {
    private TableImport table;

    @TempDir
    private Path folder;

    @Start
    void start(Stage stage) throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), "a,b,c\n1,2,3\n2,3,5\n3,5,8\n4,1,9\n".repeat(5));
        TableImport.open(
                (name, work) -> work.run(),
                Runnable::run,
                file,
                DataSettings.DEFAULT,
                opened -> table = opened,
                error -> {
                    throw new IllegalStateException(error);
                });
        TableColumns columns = new TableColumns(new Messages(Language.ENGLISH), Objects.requireNonNull(table));
        show(columns);
        table.stateProperty().addListener((observed, before, now) -> show(columns));
        stage.setScene(new Scene(columns, 900, 300));
        stage.show();
    }

    private void show(TableColumns columns) {
        columns.show(
                table.stateProperty().get().preview(),
                table.stateProperty().get().inference());
    }

    private List<String> features() {
        return Objects.requireNonNull(table.stateProperty().get().inference())
                .plan()
                .features();
    }

    @Test
    void anOpenListStaysOpenUnderTheArrowKeys(FxRobot robot) {
        ComboBox<TableColumns.ColumnRole> role =
                robot.lookup("#table-ColumnRole-a").queryComboBox();
        robot.interact(role::show);
        robot.interact(() -> role.setValue(TableColumns.ColumnRole.IGNORE));
        StageExtension.waitForPulse();
        assertTrue(role.isShowing());
        assertEquals(List.of("a", "b"), features(), "nothing is applied while the list is open");
        robot.interact(role::hide);
        assertEquals(List.of("b"), features());
        assertEquals(
                TableColumns.ColumnRole.IGNORE,
                robot.lookup("#table-ColumnRole-a")
                        .queryAs(ChoiceComboBox.class)
                        .getValue());
    }
}
