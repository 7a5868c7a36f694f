package hyperlab.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.app.disk.FileVersions;
import hyperlab.app.start.Preloading;
import hyperlab.chart.style.ChartTheme;
import hyperlab.descent.DescentSetup;
import hyperlab.file.Document;
import hyperlab.lab.FirstPicture;
import hyperlab.lab.LabName;
import hyperlab.lab.learningrate.race.DefaultSetups;
import hyperlab.optim.Adam;
import hyperlab.text.Language;
import hyperlab.ui.Preferences;
import hyperlab.ui.StageExtension;
import hyperlab.ui.WindowTest;
import hyperlab.ui.control.chart.ChartCard;
import hyperlab.ui.control.chart.ChartView;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jfree.chart.JFreeChart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The chart that the window shows before it has built the lab is the chart of the lab, at its place. */
@WindowTest
class FirstPictureTest {
    private static final double PIXEL = 0.5;
    private static final Document SURFACE = new Document.OfDescent(new DescentSetup(
            "ravine",
            Map.of(),
            List.of(2.5, 1.5),
            30,
            List.of(new DescentSetup.Racer(0.2, Adam.DEFAULT, true), DefaultSetups.sgd(0.02))));

    @TempDir
    private Path folder;

    private Stage stage;
    private HyperlabWindow.Wiring wiring;

    @Start
    void keep(Stage newStage) {
        stage = newStage;
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            if (wiring != null) {
                wiring.close();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"en,light,1280,800", "ko,dark,1280,720", "en,light,1100,719"})
    void isTheChartOfTheLabAtItsPlace(String language, String theme, int width, int height, FxRobot robot) {
        check(language, theme, new WindowState.WindowRectangle(0, 0, width, height), Optional.empty(), robot);
    }

    @Test
    void isTheChartOfTheLastSession(FxRobot robot) {
        new SessionFile(folder.resolve("session.json"), new FileVersions())
                .write(Map.of(LabName.LEARNING_RATE, OpenDocument.unmodified(SURFACE, null, null)));
        check("en", "light", new WindowState.WindowRectangle(0, 0, 1280, 800), Optional.of(SURFACE), robot);
    }

    @Test
    void isNotShownWhereTheStageScrolls() {
        Optional<FirstPicture> picture = Preloading.begin(Language.ENGLISH, ChartTheme.LIGHT, Optional::empty)
                .firstPicture();
        assertEquals(Optional.empty(), picture.orElseThrow().place().on(676, 528, 640));
    }

    private void check(
            String language,
            String theme,
            WindowState.WindowRectangle bounds,
            Optional<Document> restored,
            FxRobot robot) {
        FirstPicture picture = Preloading.begin(
                        Language.ofCode(language).orElseThrow(),
                        theme.equals("dark") ? ChartTheme.DARK : ChartTheme.LIGHT,
                        () -> restored)
                .firstPicture()
                .orElseThrow();
        WindowState last = new WindowState(
                Optional.of(bounds),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Preferences.DEFAULT);
        HyperlabApp.LaunchRequest start = new HyperlabApp.LaunchRequest(
                StartOptions.parse("--lab", "learning-rate", "--language", language, "--theme", theme),
                Optional.empty());
        OpeningWindow opening = new OpeningWindow(stage);
        Bounds[] first = new Bounds[2];
        robot.interact(() -> {
            opening.show(last, start.options(), Labs.all());
            assertTrue(opening.showPicture(picture));
            first[0] = bounds(node("opening-card"));
            first[1] = bounds(((Pane) node("opening-card"))
                    .getChildren().stream()
                            .filter(ChartView.class::isInstance)
                            .findFirst()
                            .orElseThrow());
            wiring = new HyperlabWindow.Wiring(
                    stage, new WindowStateStore(folder.resolve("window.json")), Labs.all(), start);
        });
        // Texts, which take some of the height, follow the charts a moment later.
        for (int k = 0; k < 20 && !isSamePlace(first[0], bounds(node("learning-rate-descent"))); k++) {
            StageExtension.waitForPulse();
        }
        robot.interact(() -> {
            stage.getScene().getRoot().layout();
            ChartCard card = (ChartCard) node("learning-rate-descent");
            assertSamePlace(first[0], bounds(card));
            assertSamePlace(first[1], bounds(card.chartView()));
            assertEquals(picture.title(), card.title());
            int[] pixels = pixels(card.chart(), first[1]);
            assertArrayEquals(pixels, pixels(picture.first().chart(), first[1]));
        });
    }

    private Node node(String id) {
        Node node = stage.getScene().lookup("#" + id);
        assertNotNull(node, id);
        return node;
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    private static boolean isSamePlace(Bounds before, Bounds now) {
        return Math.abs(now.getHeight() - before.getHeight()) < PIXEL;
    }

    private static void assertSamePlace(Bounds before, Bounds now) {
        assertEquals(now.getMinX(), before.getMinX(), PIXEL);
        assertEquals(now.getMinY(), before.getMinY(), PIXEL);
        assertEquals(now.getWidth(), before.getWidth(), PIXEL);
        assertEquals(now.getHeight(), before.getHeight(), PIXEL);
    }

    private static int[] pixels(JFreeChart chart, Bounds bounds) {
        int width = (int) bounds.getWidth();
        int height = (int) bounds.getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        chart.draw(image.createGraphics(), new Rectangle(width, height));
        return image.getRGB(0, 0, width, height, null, 0, width);
    }
}
