package hyperlab.cli.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordWrapTest {
    @Test
    void breaksAtSpacesOnly() {
        assertEquals(List.of("one two", "playground.run", "a-b"), WordWrap.wrap("one two playground.run a-b", 8, 0));
        assertEquals(List.of("one", "  two", "  six"), WordWrap.wrap("one two six", 5, 2));
        assertEquals(List.of(""), WordWrap.wrap("", 5, 2));
    }

    @Test
    void koreanCharactersTakeTwoColumns() {
        assertEquals(10, WordWrap.columns("학습률 (R)"));
        assertEquals(List.of("학습률", "배치"), WordWrap.wrap("학습률 배치", 10, 0));
        assertEquals(List.of("학습률 배치"), WordWrap.wrap("학습률 배치", 11, 0));
    }

    @Test
    void padsByColumns() {
        assertEquals("행 |", WordWrap.padRight("행", 3) + "|");
        assertEquals(" 행|", WordWrap.padLeft("행", 3) + "|");
        assertEquals("features", WordWrap.padLeft("features", 3));
    }
}
