package hyperlab.app.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.lab.LabName;
import hyperlab.text.Language;
import hyperlab.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NoticeListTest {
    private static final Texts ENGLISH = Texts.in(Language.ENGLISH);
    private static final Texts KOREAN = Texts.in(Language.KOREAN);
    private static final double LONG = 1000;

    private final NoticeList notices = new NoticeList(() -> ENGLISH);

    private List<String> shown() {
        return notices.visible().stream()
                .map(notice -> notice.line().apply(ENGLISH))
                .toList();
    }

    @Test
    void aConfirmationLeavesWhenItHasBeenRead() {
        notices.showSuccess("Saved");
        notices.advance(ReadingTime.seconds("Saved") - 0.01);
        assertEquals(List.of("Saved"), shown());
        assertTrue(notices.timedProperty().get());
        notices.advance(0.02);
        assertEquals(List.of(), shown());
        assertFalse(notices.timedProperty().get());
    }

    @Test
    void aLongerTextStaysLonger() {
        double brief = ReadingTime.seconds("Saved");
        double longer = ReadingTime.seconds("Part of the last session could not be read. It was kept in /home/someone");
        assertTrue(brief >= 3 && longer > 2 * brief, brief + " and " + longer);
        assertTrue(ReadingTime.seconds("저장했어요") > ReadingTime.seconds("abcde"));
        assertEquals(20, ReadingTime.seconds("x".repeat(10_000)));
    }

    @Test
    void anErrorStaysUntilItIsDismissed() {
        notices.showError("Rejected");
        notices.advance(LONG);
        assertEquals(List.of("Rejected"), shown());
        assertFalse(notices.timedProperty().get());
        assertTrue(notices.dismissError());
        assertEquals(List.of(), shown());
        assertFalse(notices.dismissError());
    }

    @Test
    void anErrorLeavesWhenTheSameSucceedsLater() {
        notices.showFailure("shell.notOpened", texts -> "not opened");
        notices.of(LabName.TRAINING).showFailure("shell.notOpened", texts -> "not opened either");
        notices.showFailure("shell.notSaved", texts -> "not saved");
        notices.showError("something else");
        notices.of(LabName.MAP).succeeded("shell.notOpened");
        assertEquals(List.of("not saved", "something else"), shown());
        notices.succeeded("");
        assertEquals(List.of("not saved", "something else"), shown(), "an error of no attempt stays");
        notices.succeeded("shell.notSaved");
        assertEquals(List.of("something else"), shown());
    }

    @Test
    void escapeDismissesTheNewestErrorOnly() {
        notices.showError("first");
        notices.showError("second");
        notices.showSuccess("done");
        assertTrue(notices.dismissError());
        assertEquals(List.of("first", "done"), shown());
    }

    @Test
    void timeStopsWhileItIsPaused() {
        notices.showSuccess("Saved");
        notices.setPaused(true);
        notices.advance(LONG);
        assertEquals(List.of("Saved"), shown());
        notices.setPaused(false);
        notices.advance(LONG);
        assertEquals(List.of(), shown());
    }

    @Test
    void whatSpeaksOfALabLeavesWithIt() {
        notices.of(LabName.MAP).showError(texts -> "of the map");
        notices.of(LabName.TUNING).showSuccess("of tuning");
        notices.showError("of the window");
        notices.offer(LabName.MAP, texts -> "restored", texts -> "undo", () -> {});
        notices.leave(LabName.MAP);
        assertEquals(List.of("of tuning", "of the window"), shown());
    }

    @Test
    void olderNoticesWaitForTheirTurnAndForTheirTime() {
        for (String line : List.of("1", "2", "3", "4")) {
            notices.showSuccess(line);
        }
        assertEquals(List.of("2", "3", "4"), shown());
        notices.advance(LONG);
        assertEquals(List.of("1"), shown());
        notices.advance(LONG);
        assertEquals(List.of(), shown());
    }

    @Test
    void theSameLineIsShownOnceForItsFullTime() {
        notices.showSuccess("Saved");
        notices.advance(ReadingTime.seconds("Saved") - 0.1);
        notices.showSuccess("Saved");
        assertEquals(List.of("Saved"), shown());
        notices.advance(0.2);
        assertEquals(List.of("Saved"), shown());
    }

    @Test
    void anOfferIsDismissedWhenItIsAccepted() {
        AtomicInteger count = new AtomicInteger();
        notices.offer(LabName.MAP, texts -> "restored", texts -> "undo", count::incrementAndGet);
        Notice offer = notices.visible().get(0);
        notices.accept(offer, offer.actions().get(0));
        assertEquals(1, count.get());
        assertEquals(List.of(), shown());
    }

    @Test
    void aQuestionStaysUntilItIsAnsweredOrAskedOtherwise() {
        List<String> answers = new ArrayList<>();
        notices.ask(
                LabName.MAP, "file", texts -> "changed", new NoticeList.Answer(texts -> "no", () -> answers.add("no")));
        notices.ask(
                LabName.MAP,
                "file",
                texts -> "not saved",
                new NoticeList.Answer(texts -> "load", () -> answers.add("load")),
                new NoticeList.Answer(texts -> "keep", () -> answers.add("keep")));
        notices.advance(LONG);
        notices.dismissConfirmations();
        assertFalse(notices.dismissError());
        assertEquals(List.of("not saved"), shown());
        Notice question = notices.visible().get(0);
        notices.accept(question, question.actions().get(1));
        assertEquals(List.of("keep"), answers);
        assertEquals(List.of(), shown());
        notices.ask(LabName.MAP, "file", texts -> "changed");
        notices.leave(LabName.MAP);
        assertEquals(List.of(), shown());
    }

    @Test
    void aLineFollowsTheLanguage() {
        notices.showSuccess(texts -> texts.get("shell.saved", "a.json"));
        Notice notice = notices.visible().get(0);
        assertEquals("Saved as a.json", notice.line().apply(ENGLISH));
        assertTrue(notice.line().apply(KOREAN).contains("a.json"));
        assertFalse(notice.line().apply(KOREAN).contains("Saved"));
    }

    @Test
    void somethingNewDismissesConfirmationsOnly() {
        notices.showError("Rejected");
        notices.showSuccess("Saved");
        notices.dismissConfirmations();
        assertEquals(List.of("Rejected"), shown());
    }
}
