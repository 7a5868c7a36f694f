package hyperlab.app.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.learn.LearnPages;
import hyperlab.learn.GlossaryTerm;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnViewModelTest {
    private final LearnViewModel lab = new LearnViewModel();

    @Test
    void itBeginsOnTheFirstPageAndEndsWithTheGlossary() {
        assertEquals("parameters", lab.entry().get());
        lab.playback().stepBack();
        assertEquals("parameters", lab.entry().get());
        lab.playback().toEnd();
        assertTrue(lab.isGlossary());
        lab.playback().stepForward();
        assertTrue(lab.isGlossary());
        lab.playback().stepBack();
        assertEquals("cases", lab.entry().get());
        lab.playback().toStart();
        assertEquals(0, lab.entryIndex());
    }

    @Test
    void thePlayheadFollowsThePageThatIsOpened() {
        lab.openEntry("seed");
        assertEquals(LearnPages.NAMES.indexOf("seed"), lab.playback().position().get());
        lab.playback().stepForward();
        assertEquals("tuning", lab.entry().get());
    }

    @Test
    void undoTurnsBackPageByPage() {
        lab.openEntry("seed");
        lab.playback().stepForward();
        lab.undo().undo();
        assertEquals("seed", lab.entry().get());
        lab.undo().undo();
        assertEquals("parameters", lab.entry().get());
        assertFalse(lab.undo().canUndo().get());
        lab.undo().redo();
        assertEquals("seed", lab.entry().get());
    }

    @Test
    void theDocumentIsThePageAndBringsItBack() {
        lab.openEntry(LearnViewModel.GLOSSARY);
        Document document = lab.document();
        assertEquals(new Document.OfPage("glossary"), document);
        LearnViewModel other = new LearnViewModel();
        other.open(document);
        assertTrue(other.isGlossary());
    }

    @Test
    void aPageThatThereIsNotIsRefusedAndLeavesAllAsItWas() {
        lab.openEntry("seed");
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> lab.open(new Document.OfPage("poetry")));
        assertTrue(refusal.line().startsWith("page must be one of parameters, "), refusal.line());
        assertTrue(refusal.line().endsWith("glossary, got poetry"), refusal.line());
        assertEquals("seed", lab.entry().get());
    }

    @Test
    void termsFollowTheLettersTyped() {
        int all = lab.terms(Language.KOREAN).size();
        lab.query().set("학습률");
        assertEquals(
                List.of("학습률", "학습률 스케줄"),
                lab.terms(Language.KOREAN).stream().map(GlossaryTerm::korean).toList());
        lab.query().set("");
        assertEquals(all, lab.terms(Language.ENGLISH).size());
    }
}
