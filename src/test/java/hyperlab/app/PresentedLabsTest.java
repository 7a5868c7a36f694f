package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.start.OpeningFrame;
import hyperlab.file.BundledCases;
import hyperlab.lab.Lab;
import hyperlab.lab.LabName;
import hyperlab.text.Language;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.PagedStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Every lab fits on the screens of a classroom when it is presented: nothing scrolls, no text is cut off or smaller
 * than a fortieth of the screen, and the charts take most of the stage.
 */
@WindowTest
class PresentedLabsTest {
    private static final List<Screen> SCREENS = List.of(
            new Screen(1024, 768, Language.ENGLISH),
            new Screen(1280, 720, Language.KOREAN),
            new Screen(1920, 1080, Language.ENGLISH));
    private static final double SCREEN_HEIGHTS_PER_FONT = 40;
    /** The share of the stage that the plots of the first page take together, and those of further pages. */
    private static final double LEAST_SHARE = 0.4;

    private static final double LEAST_FURTHER_SHARE = 0.25;

    /** The style class of a column of text of which a clip shows one screen. */
    private static final String PAGED_STYLE = "paged-column";

    private record Screen(int width, int height, Language language) {}

    @TempDir
    private Path folder;

    private Stage stage;
    private HyperlabWindow.Wiring wiring;

    @Start
    void open(Stage newStage) {
        stage = newStage;
        wiring = new TestWindow(stage, folder, "--language", "en", "--theme", "light", "--present").wiring();
        stage.show();
    }

    @Stop
    void close() {
        wiring.close();
    }

    @Test
    void everyLabFitsOnEveryScreen(FxRobot robot) {
        Set<String> faults = new TreeSet<>();
        for (Screen screen : SCREENS) {
            robot.interact(() -> {
                stage.setWidth(screen.width());
                stage.setHeight(screen.height());
                wiring.messages().languageProperty().set(screen.language());
            });
            for (LabName name : LabName.values()) {
                robot.interact(() -> wiring.navigation().show(name));
                Lab shown = wiring.navigation().currentProperty().get();
                assertEquals(shown.parts().insight() != null, OpeningFrame.hasInsight(name), name.id());
                robot.interact(this::layOut);
                robot.interact(() -> {
                    layOut();
                    assertEquals(screen.width(), stage.getScene().getWidth());
                    assertEquals(screen.height(), stage.getScene().getHeight());
                    checkPages(screen, name, faults);
                });
            }
        }
        assertEquals("", String.join("\n", faults));
    }

    /** The pages of a case have more text than its card in the gallery. */
    @Test
    void everyCaseFitsOnTheSmallestScreen(FxRobot robot) {
        Set<String> faults = new TreeSet<>();
        // The cases take turns with the languages, which saves time.
        int turn = 0;
        for (String name : BundledCases.allNames()) {
            Language language = turn++ % 2 == 0 ? Language.ENGLISH : Language.KOREAN;
            robot.interact(() -> {
                stage.setWidth(1024);
                stage.setHeight(768);
                wiring.messages().languageProperty().set(language);
                wiring.navigation().show(LabName.CASES);
                wiring.navigation().currentProperty().get().open(BundledCases.load(name), Path.of("."));
                layOut();
            });
            robot.interact(() -> {
                layOut();
                checkPages(new Screen(1024, 768, language), LabName.CASES, faults);
            });
        }
        assertEquals("", String.join("\n", faults));
    }

    private void checkPages(Screen screen, LabName name, Set<String> faults) {
        Lab lab = wiring.navigation().currentProperty().get();
        assertEquals(name, lab.name());
        PagedStage pages = find(lab.parts().stage());
        int count = pages == null ? 1 : pages.pageCountProperty().get();
        for (int page = 0; page < count; page++) {
            String place = screen.width() + " " + screen.language().code() + " " + name.id() + " " + (page + 1);
            check(lab, place, faults);
            if (pages != null) {
                pages.turnPage(1);
                layOut();
            }
        }
    }

    private void layOut() {
        for (int round = 0; round < 2; round++) {
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
        }
    }

    private static @Nullable PagedStage find(Node node) {
        if (!node.isVisible()) {
            return null;
        }
        if (node instanceof PagedStage found) {
            return found;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                PagedStage found = find(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private void check(Lab lab, String place, Set<String> faults) {
        Parent root = stage.getScene().getRoot();
        Bounds window = new BoundingBox(
                0, 0, stage.getScene().getWidth(), stage.getScene().getHeight());
        checkNodes(root, window, null, place, faults);
        Bounds whole = boundsInScene(stage.getScene().lookup("#stage"));
        double share = 0;
        for (ChartCard card : lab.charts()) {
            Node plot = card.chartView().getParent();
            Bounds at = boundsInScene(plot);
            if (isShown(plot) && window.intersects(at) && at.getMinX() >= 0) {
                share += at.getWidth() * at.getHeight() / (whole.getWidth() * whole.getHeight());
                if (!place.startsWith("1280")) {
                    checkChartText(card, at, place, faults);
                }
            }
        }
        boolean main = place.endsWith(" 1") && lab.name() != LabName.CASES;
        if (share > 0 && share < (main ? LEAST_SHARE : LEAST_FURTHER_SHARE)) {
            faults.add(place + ": the charts take " + Math.round(100 * share) + " % of the stage");
        }
    }

    private void checkChartText(ChartCard card, Bounds at, String place, Set<String> faults) {
        double smallest = smallestFont(card.chart(), (int) at.getWidth(), (int) at.getHeight());
        if (smallest < stage.getScene().getHeight() / SCREEN_HEIGHTS_PER_FONT) {
            faults.add(place + ": text of " + smallest + " pixels in " + card.getId());
        }
    }

    /** Checks the scroll bars and the texts; of a clipped node, only what it shows. */
    private static void checkNodes(Node node, Bounds window, @Nullable Node card, String place, Set<String> faults) {
        if (!node.isVisible() || (node instanceof Region region && region.getLayoutX() < -1000)) {
            return;
        }
        if ("notices".equals(node.getId())) {
            // The headless platform has no buffer for a window that is larger than its screen, and says so in a notice.
            return;
        }
        Bounds at = boundsInScene(node);
        boolean isHidden = at.getMaxY() <= window.getMinY() + 1 || at.getMinY() >= window.getMaxY() - 1;
        if (isHidden && window.getHeight() < node.getScene().getHeight()) {
            return;
        }
        if (node instanceof ScrollBar && window.intersects(at) && at.getWidth() > 0) {
            faults.add(place + ": a scroll bar");
        }
        if (node instanceof Labeled labeled && !labeled.getText().isEmpty()) {
            TextFitTest.check(labeled, place, faults);
        }
        if (node instanceof Text text
                && !(node instanceof FontIcon)
                && !text.getText().isBlank()) {
            if (text.getFont().getSize() < node.getScene().getHeight() / SCREEN_HEIGHTS_PER_FONT) {
                faults.add(place + ": text of " + text.getFont().getSize() + " pixels: " + text.getText());
            }
            Bounds outer = card == null ? window : boundsInScene(card);
            boolean cut = at.getMaxX() > outer.getMaxX() + 1
                    || at.getMaxY() > outer.getMaxY() + 1
                    || at.getMinX() < outer.getMinX() - 1
                    || at.getMinY() < outer.getMinY() - 1;
            if (cut) {
                faults.add(place + ": cut off: " + text.getText());
            }
        }
        Node inner = node.getStyleClass().contains("stage-card") ? node : card;
        Node clip = node.getClip();
        Bounds shown = clip != null && node.getStyleClass().contains(PAGED_STYLE)
                ? node.localToScene(clip.getBoundsInParent())
                : window;
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                checkNodes(child, shown, inner, place, faults);
            }
        }
    }

    private static Bounds boundsInScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** The smallest font size of the text that a chart draws; infinity without text. */
    private static double smallestFont(JFreeChart chart, int width, int height) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(newDocument());
        context.setImageHandler(new DefaultImageHandler());
        SVGGraphics2D g2 = new SVGGraphics2D(context, false);
        chart.draw(g2, new java.awt.Rectangle(width, height));
        NodeList texts = g2.getRoot().getElementsByTagNameNS("*", "text");
        double smallest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < texts.getLength(); k++) {
            smallest = Math.min(smallest, fontSize((Element) texts.item(k)));
        }
        return smallest;
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double fontSize(Element text) {
        for (org.w3c.dom.Node at = text; at instanceof Element element; at = at.getParentNode()) {
            if (element.hasAttribute("font-size")) {
                return Double.parseDouble(element.getAttribute("font-size").replace("px", ""));
            }
        }
        return 12;
    }

    @Test
    void recognizesFaults(FxRobot robot) {
        Set<String> faults = new TreeSet<>();
        robot.interact(() -> {
            Label small = new Label("small");
            small.setStyle("-fx-font-size: 14px");
            Label wide = new Label("too wide for its card");
            wide.setMinWidth(Region.USE_PREF_SIZE);
            VBox card = new VBox(wide);
            card.getStyleClass().add("stage-card");
            card.setMinWidth(20);
            card.setMaxWidth(20);
            ScrollBar bar = new ScrollBar();
            VBox paged = new VBox(new Label("cut by the end of the screen"));
            paged.getStyleClass().add(PAGED_STYLE);
            paged.setClip(new Rectangle(400, 8));
            VBox root = new VBox(small, card, bar, paged);
            Scene scene = new Scene(root, 400, 768);
            root.applyCss();
            root.layout();
            checkNodes(scene.getRoot(), new BoundingBox(0, 0, 400, 768), null, "test", faults);
        });
        assertTrue(faults.contains("test: a scroll bar"), faults.toString());
        assertTrue(faults.contains("test: text of 14.0 pixels: small"), faults.toString());
        assertTrue(faults.contains("test: cut off: too wide for its card"), faults.toString());
        assertTrue(faults.contains("test: cut off: cut by the end of the screen"), faults.toString());
    }
}
