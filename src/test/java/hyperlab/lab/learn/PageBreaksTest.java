package hyperlab.lab.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.learn.PageBreaks.Box;
import hyperlab.lab.learn.PageBreaks.Keep;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PageBreaksTest {
    private static Box box(double top, double bottom) {
        return new Box(top, bottom, Keep.ALONE, List.of());
    }

    private static Box column(Box... parts) {
        return new Box(0, parts[parts.length - 1].bottom() + 20, Keep.ALONE, List.of(parts));
    }

    @Test
    void everythingOnOneScreenIfItFits() {
        assertEquals(List.of(20.0), PageBreaks.of(column(box(20, 60), box(70, 120)), 100));
    }

    @Test
    void breaksBetweenParts() {
        assertEquals(
                List.of(20.0, 110.0, 190.0), PageBreaks.of(column(box(20, 100), box(110, 180), box(190, 260)), 100));
    }

    @Test
    void headingStaysWithWhatFollows() {
        Box heading = new Box(90, 110, Keep.WITH_NEXT, List.of());
        assertEquals(List.of(0.0, 90.0), PageBreaks.of(column(box(0, 80), heading, box(115, 180)), 120));
    }

    @Test
    void highPartIsDividedBetweenItsRows() {
        Box table = new Box(30, 230, Keep.ALONE, List.of(box(30, 80), box(80, 130), box(130, 180), box(180, 230)));
        assertEquals(List.of(0.0, 80.0, 180.0), PageBreaks.of(column(box(0, 25), table), 100));
    }

    /** A part that fits on a screen of its own is divided only if little would be on the screen before it. */
    @Test
    void partThatFitsIsNotDividedOnAFullScreen() {
        Box table = new Box(70, 130, Keep.ALONE, List.of(box(70, 100), box(100, 130)));
        assertEquals(List.of(0.0, 70.0), PageBreaks.of(column(box(0, 65), table), 100));
    }

    @Test
    void whatCannotBeDividedIsCut() {
        assertEquals(List.of(0.0, 100.0, 200.0), PageBreaks.of(column(box(0, 250)), 100));
    }

    @Test
    void footStaysWithWhatIsAboveIt() {
        Box heading = new Box(90, 100, Keep.WITH_NEXT, List.of());
        Box body = new Box(0, 170, Keep.ALONE, List.of(box(0, 80), heading, box(105, 170)));
        Box foot = new Box(190, 220, Keep.WITH_PREVIOUS, List.of());
        assertEquals(List.of(0.0, 90.0), PageBreaks.of(column(body, foot), 180));
    }

    /** A lesson and the buttons leave most of the last screen empty, so the exercise above moves there, too. */
    @Test
    void lastScreenIsFilledIfThereIsEnough() {
        Box body = new Box(0, 175, Keep.ALONE, List.of(box(0, 80), box(90, 150), box(160, 175)));
        Box foot = new Box(180, 200, Keep.WITH_PREVIOUS, List.of());
        assertEquals(List.of(0.0, 90.0), PageBreaks.of(column(body, foot), 180));
    }

    /** A screen of its own is better than a part that is cut. */
    @Test
    void footIsAloneBelowAPartThatFillsTheScreen() {
        Box body = new Box(0, 170, Keep.ALONE, List.of(box(0, 70), box(75, 170)));
        Box foot = new Box(180, 210, Keep.WITH_PREVIOUS, List.of());
        assertEquals(List.of(0.0, 75.0, 180.0), PageBreaks.of(column(body, foot), 100));
    }

    /** Every part that fits on a screen is on exactly one, and the screens cover the column. */
    @Property(tries = 300)
    void noPartThatFitsIsCut(@ForAll @Size(min = 1, max = 30) List<@IntRange(min = 1, max = 100) Integer> heights) {
        List<Box> parts = new ArrayList<>();
        double top = 5;
        for (int height : heights) {
            parts.add(box(top, top + height));
            top += height + 8;
        }
        List<Double> tops = PageBreaks.of(column(parts.toArray(Box[]::new)), 100);
        for (Box part : parts) {
            double start = tops.stream()
                    .filter(each -> each <= part.top())
                    .reduce((a, b) -> b)
                    .orElseThrow();
            assertTrue(part.bottom() <= start + 100.5, part + " is cut by " + tops);
            assertTrue(
                    tops.stream().noneMatch(next -> next > part.top() && next < part.bottom()),
                    part + " is cut by " + tops);
        }
    }
}
