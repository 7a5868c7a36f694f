package hyperlab.ui.control.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** The regions need no toolkit, because they are in no scene. */
class StagePageTest {
    private final Region main = region(0);
    private final Region side = region(0);
    private final Region text = region(50);

    private static Region region(double height) {
        Region region = new Region();
        region.setPrefHeight(height);
        return region;
    }

    private StagePage page() {
        return new StagePage(new double[] {3, 2}, new double[] {1, 0})
                .add(main, 0, 0)
                .add(side, 1, 0)
                .add(text, 0, 1, 2, 1);
    }

    private static List<Rectangle2D> bounds(StagePage page, double width, double height) {
        return page.place(10, 20, width, height).stream()
                .map(StagePage.PlacedCard::bounds)
                .toList();
    }

    @Test
    void cardsShareExactlyTheSpace() {
        assertEquals(
                List.of(
                        new Rectangle2D(10, 20, 600, 438),
                        new Rectangle2D(622, 20, 400, 438),
                        new Rectangle2D(10, 470, 1012, 50)),
                bounds(page(), 1012, 500));
    }

    @Test
    void textTakesALimitedShareOfTheHeight() {
        text.setPrefHeight(1000);
        assertEquals(150, bounds(page(), 1012, 500).get(2).getHeight());
        assertEquals(200, bounds(page().withMaxTextShare(0.4), 1012, 500).get(2).getHeight());
    }

    /** Below a question there is little height, which the charts need. */
    @Test
    void lowPageHasNoTextNextToCharts() {
        assertEquals(
                List.of(new Rectangle2D(10, 20, 600, 400), new Rectangle2D(622, 20, 400, 400)),
                bounds(page(), 1012, 400));
        main.setManaged(false);
        side.setManaged(false);
        assertEquals(1, bounds(page(), 1012, 400).size(), "text that is alone stays");
    }

    @Test
    void unmanagedCardsLeaveTheirSpaceToTheOthers() {
        side.setManaged(false);
        assertEquals(
                new Rectangle2D(10, 20, 1012, 438), bounds(page(), 1012, 500).get(0));
        text.setManaged(false);
        assertEquals(List.of(new Rectangle2D(10, 20, 1012, 500)), bounds(page(), 1012, 500));
        main.setManaged(false);
        assertTrue(page().isEmpty());
    }

    @Test
    void narrowColumnsBecomePagesOfTheirOwn() {
        assertEquals(1, page().split(1012, 500).size());
        List<StagePage> pages = page().split(600, 500);
        assertEquals(2, pages.size());
        assertEquals(
                List.of(new Rectangle2D(10, 20, 600, 438), new Rectangle2D(10, 470, 600, 50)),
                bounds(pages.get(0), 600, 500));
        assertEquals(List.of(new Rectangle2D(10, 20, 600, 500)), bounds(pages.get(1), 600, 500));
        assertEquals(1, page().withNarrowestColumn(0).split(600, 500).size());
    }

    /** Below a question, two rows of charts would be too low to be read. */
    @Test
    void lowRowsBecomePagesOfTheirOwn() {
        Region strip = region(0);
        StagePage page = new StagePage(new double[] {2, 3}, new double[] {2, 3})
                .add(strip, 0, 0, 2, 1)
                .add(main, 0, 1)
                .add(side, 1, 1);
        assertEquals(1, page.split(1012, 500).size());
        List<StagePage> low = page.split(1012, 400);
        assertEquals(2, low.size());
        assertTrue(low.get(0).hasCard(strip));
        assertEquals(List.of(new Rectangle2D(10, 20, 1012, 400)), bounds(low.get(0), 1012, 400));
        assertEquals(
                List.of(new Rectangle2D(10, 20, 400, 400), new Rectangle2D(422, 20, 600, 400)),
                bounds(low.get(1), 1012, 400));
        assertEquals(2, page().split(600, 400).size(), "only its columns are too narrow");
    }
}
