package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.data.MissingValues;
import hyperlab.lab.AcceptsDrop;
import hyperlab.lab.LabName;
import hyperlab.lab.LabTestWindow;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.CardHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

/**
 * Every text fits its place in the smallest window (1024×640), in both languages, in every lab and behind every
 * segmented button: no label is shortened to an ellipsis, no text leaves its card, and numbers are written for readers.
 */
@WindowTest
class TextFitTest {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 600;
    private static final List<LabName> LABS = List.of(LabName.values());

    /** 1.3e−5 instead of 1.3×10⁻⁵, or 16129 and 16 129 instead of 16,129. A random seed or a year is shorter. */
    private static final Pattern UNFORMATTED_NUMBER =
            Pattern.compile("\\d[eE][−-]?\\d|(?<![\\d.,])\\d{5,}|\\d[\\u00a0\\u202f ]\\d{3}(?!\\d)");

    private final Set<String> unnamed = new TreeSet<>();

    @TempDir
    private Path folder;

    private Stage stage;
    private TestWindow window;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        window = new TestWindow(stage, folder, "--language", "en", "--theme", "light");
        stage.show();
        stage.setMinWidth(WIDTH);
        stage.setMinHeight(HEIGHT);
        stage.setWidth(WIDTH);
        stage.setHeight(HEIGHT);
    }

    @Stop
    void close() {
        window.close();
    }

    @Test
    void everyTextFitsInTheSmallestWindow(FxRobot robot) throws TimeoutException {
        Set<String> faults = new TreeSet<>();
        collectAllLabs(robot, "en", faults);
        robot.press(KeyCode.CONTROL, KeyCode.L).release(KeyCode.L, KeyCode.CONTROL);
        collectAllLabs(robot, "ko", faults);
        assertEquals(List.of(), List.copyOf(unnamed), "without a name for screen readers");
        assertEquals(List.of(), List.copyOf(faults));
    }

    /** A table with gaps and names of usual length, in the dialog and on its page; every choice about gaps fits. */
    @Test
    void everyTextFitsWithATableOfTheUser(FxRobot robot) throws IOException, TimeoutException {
        Set<String> faults = new TreeSet<>();
        Path table = folder.resolve("penguins.csv");
        Files.write(table, tableLines());
        show(robot, LabName.CASES);
        for (String language : List.of("en", "ko")) {
            robot.interact(() -> window.lab(LabName.CASES)
                    .feature(AcceptsDrop.class)
                    .orElseThrow()
                    .openTable(table));
            LabTestWindow.waitUntil(() -> shown("table-missing") != null
                    && !Objects.requireNonNull(shown("table-missing")).isDisabled());
            collectChoices(robot, "table-missing", language, faults);
            robot.interact(() -> ((Button) Objects.requireNonNull(shown("table-use"))).fire());
            LabTestWindow.waitUntil(() -> shown("cases-missing") != null);
            collectChoices(robot, "cases-missing", language, faults);
            robot.press(KeyCode.CONTROL, KeyCode.L).release(KeyCode.L, KeyCode.CONTROL);
        }
        assertEquals(List.of(), List.copyOf(faults));
    }

    private void collectChoices(FxRobot robot, String id, String language, Set<String> faults) {
        for (MissingValues way : List.of(MissingValues.DROP, MissingValues.MEDIAN, MissingValues.CATEGORY)) {
            robot.interact(() -> choose(Objects.requireNonNull(shown(id)), way));
            robot.interact(() -> {
                Parent root = Objects.requireNonNull(shown(id)).getScene().getRoot();
                layOut(root);
                collect(root, language + " " + way, faults);
            });
        }
    }

    private static List<String> tableLines() {
        List<String> lines = new ArrayList<>(List.of("몸무게 g,weight (g),flipper length mm,island,species"));
        for (int k = 0; k < 60; k++) {
            String island = k % 9 == 1 ? "" : k % 2 == 0 ? "Torgersen" : "Biscoe";
            lines.add((3000 + 37 * k) + "," + (k % 7 == 2 ? "" : 3100 + 29 * k) + "," + (170.5 + k) + "," + island + ","
                    + (k % 3 == 0 ? "Adelie" : "Gentoo"));
        }
        return lines;
    }

    @SuppressWarnings("unchecked")
    private static void choose(Node box, MissingValues way) {
        ((ComboBox<MissingValues>) box).setValue(way);
    }

    private static @Nullable Node shown(String id) {
        return Window.getWindows().stream()
                .map(each -> each.getScene().lookup("#" + id))
                .filter(node -> node != null && isShown(node))
                .findFirst()
                .orElse(null);
    }

    private void collectAllLabs(FxRobot robot, String language, Set<String> faults) throws TimeoutException {
        for (LabName lab : LabName.values()) {
            show(robot, lab);
            collect(robot, language, lab, faults);
            for (String toggle : segmentedButtons()) {
                robot.interact(() -> {
                    if (stage.getScene().lookup("#" + toggle) instanceof ToggleButton button && isShown(button)) {
                        button.fire();
                    }
                });
                collect(robot, language, lab, faults);
            }
        }
    }

    @Test
    void recognizesTextThatDoesNotFit(FxRobot robot) {
        Label narrow = new Label("a text that is much wider than its place");
        narrow.setId("narrow");
        narrow.setMaxWidth(40);
        Label wide = new Label("a text wider than its card");
        wide.setMinWidth(200);
        Pane card = new HBox(wide);
        card.getStyleClass().add("stage-card");
        card.setMinSize(50, 20);
        card.setMaxSize(50, 20);
        CardHeader header = new CardHeader(
                new SimpleStringProperty("a title that is too long"), new SimpleStringProperty("a subtitle"));
        header.setMaxWidth(60);
        header.add(new Button("", new Pane()));
        Label good = new Label("fits");
        Label power = new Label("λ = 1.3e−5");
        Label count = new Label("16129 pixels");
        Label formatted = new Label("16,129 of 48,670, 1.3×10⁻⁵");
        Set<String> faults = new TreeSet<>();
        robot.interact(() -> {
            Parent root = new VBox(narrow, card, header, good, power, count, formatted);
            new Scene(root, 400, 300);
            layOut(root);
            collect(root, "test", faults);
        });
        // The title takes the room of what is next to it.
        assertEquals(
                3, faults.stream().filter(fault -> fault.contains("header")).count(), faults.toString());
        assertEquals(7, faults.size(), faults.toString());
        assertEquals(
                2,
                faults.stream()
                        .filter(fault -> fault.endsWith("unformatted number"))
                        .count(),
                faults.toString());
        assertTrue(faults.stream().anyMatch(fault -> fault.contains("shortened")), faults.toString());
        assertTrue(faults.stream().anyMatch(fault -> fault.contains("leaves its card")), faults.toString());
    }

    private void show(FxRobot robot, LabName lab) throws TimeoutException {
        KeyCode key = KeyCode.valueOf("DIGIT" + (LABS.indexOf(lab) + 1));
        robot.press(KeyCode.CONTROL, key).release(key, KeyCode.CONTROL);
        LabTestWindow.waitUntil(() -> window.labs().containsKey(lab)
                && window.lab(lab).parts().stage().getScene() != null);
    }

    private static void layOut(Parent root) {
        for (int round = 0; round < 2; round++) {
            root.applyCss();
            root.layout();
        }
    }

    private List<String> segmentedButtons() {
        List<String> ids = new ArrayList<>();
        for (Node node : stage.getScene().getRoot().lookupAll(".segmented .toggle-button")) {
            if (isShown(node) && node.getId() != null) {
                ids.add(node.getId());
            }
        }
        return ids;
    }

    private void collect(FxRobot robot, String language, LabName lab, Set<String> faults) {
        robot.interact(() -> {
            layOut(stage.getScene().getRoot());
            collect(stage.getScene().getRoot(), language + " " + lab.id(), faults);
        });
    }

    private void collect(Node node, String lab, Set<String> faults) {
        if (!node.isVisible()) {
            return;
        }
        checkName(node, lab);
        if (node instanceof CardHeader header) {
            checkHeader(header, lab, faults);
        }
        if (node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isEmpty()) {
            check(labeled, lab, faults);
        } else if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                collect(child, lab, faults);
            }
        }
        if (node instanceof Button button && button.getGraphic() != null) {
            collect(button.getGraphic(), lab, faults);
        }
    }

    /** Whatever the Tab key reaches has a name, which a screen reader speaks, and a role. */
    private void checkName(Node node, String lab) {
        if (!node.isFocusTraversable() || node.isDisabled() || node.isMouseTransparent()) {
            return;
        }
        String text = node instanceof Labeled labeled ? labeled.getText() : "";
        String name = Objects.requireNonNullElse(node.getAccessibleText(), Objects.requireNonNullElse(text, ""));
        boolean hasRole = node.getAccessibleRole() != AccessibleRole.NODE
                && (node.getAccessibleRole() != AccessibleRole.PARENT || node.getAccessibleRoleDescription() != null);
        if (name.isBlank()) {
            unnamed.add(lab + " " + pathOf(node) + " (" + node.getClass().getSimpleName() + ") has no name");
        }
        if (!hasRole) {
            unnamed.add(lab + " " + pathOf(node) + " (" + node.getClass().getSimpleName() + ") has no role");
        }
    }

    static void check(Labeled labeled, String lab, Set<String> faults) {
        Text shown = labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && child.getStyleClass().contains("text"))
                .map(Text.class::cast)
                .findFirst()
                .orElse(null);
        if (shown == null || labeled.getWidth() == 0 || labeled.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY) {
            return;
        }
        String id = lab + " " + pathOf(labeled) + ": \"" + labeled.getText() + "\"";
        if (UNFORMATTED_NUMBER.matcher(labeled.getText()).find()) {
            faults.add(id + " has an unformatted number");
        }
        if (!shown.getText().equals(labeled.getText())) {
            faults.add(id + " is shortened to \"" + shown.getText() + "\"");
            return;
        }
        for (Node at = labeled.getParent(); at != null; at = at.getParent()) {
            if (at instanceof TableView) {
                return; // It scrolls.
            }
            if (isCard(at)) {
                Bounds text = shown.localToScene(shown.getLayoutBounds());
                Bounds card = at.localToScene(at.getLayoutBounds());
                if (text.getMaxX() > card.getMaxX() + 1
                        || text.getMaxY() > card.getMaxY() + 1
                        || text.getMinX() < card.getMinX() - 1) {
                    faults.add(id + " leaves its card");
                }
                return;
            }
        }
    }

    private static boolean isCard(Node node) {
        return node.getStyleClass().contains("card") || node.getStyleClass().contains("stage-card");
    }

    /** A title that is too long pushes the buttons next to it out of the card. */
    private static void checkHeader(CardHeader header, String lab, Set<String> faults) {
        if (header.getWidth() == 0 || !isShown(header)) {
            return;
        }
        for (Node child : header.getChildren()) {
            if (child.isVisible() && child.getBoundsInParent().getMaxX() > header.getWidth() + 1) {
                faults.add(lab + " " + pathOf(child) + " does not fit into the header of " + pathOf(header));
            }
        }
    }

    private static String pathOf(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getId() != null) {
                return at.getId();
            }
        }
        return node.getClass().getSimpleName();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
