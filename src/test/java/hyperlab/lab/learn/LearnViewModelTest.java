package hyperlab.lab.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hyperlab.file.Document;
import hyperlab.learn.GlossaryTerm;
import hyperlab.learn.LearnPages;
import hyperlab.rule.InvalidInputException;
import hyperlab.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnViewModelTest {
    private final LearnViewModel lab = new LearnViewModel();

    @Test
    void startsOnTheFirstPageAndEndsWithTheGlossary() {
        assertEquals("parameters", lab.glossaryEntryProperty().get());
        lab.playback().stepBack();
        assertEquals("parameters", lab.glossaryEntryProperty().get());
        lab.playback().toEnd();
        assertTrue(lab.isGlossary());
        lab.playback().stepForward();
        assertTrue(lab.isGlossary());
        lab.playback().stepBack();
        assertEquals("maps", lab.glossaryEntryProperty().get());
        lab.playback().toStart();
        assertEquals(0, lab.entryIndex());
    }

    @Test
    void playHeadFollowsTheOpenPage() {
        lab.openEntry("seed");
        assertEquals(
                LearnPages.NAMES.indexOf("seed"),
                lab.playback().positionProperty().get());
        lab.playback().stepForward();
        assertEquals("tuning", lab.glossaryEntryProperty().get());
    }

    @Test
    void undoGoesBackPageByPage() {
        lab.openEntry("seed");
        lab.playback().stepForward();
        lab.undo().undo();
        assertEquals("seed", lab.glossaryEntryProperty().get());
        lab.undo().undo();
        assertEquals("parameters", lab.glossaryEntryProperty().get());
        assertFalse(lab.undo().canUndoProperty().get());
        lab.undo().redo();
        assertEquals("seed", lab.glossaryEntryProperty().get());
    }

    @Test
    void documentRestoresThePage() {
        lab.openEntry(LearnViewModel.GLOSSARY);
        Document document = lab.document();
        assertEquals(new Document.OfPage("glossary"), document);
        LearnViewModel other = new LearnViewModel();
        other.open(document);
        assertTrue(other.isGlossary());
    }

    @Test
    void rejectsUnknownPageWithoutChangingState() {
        lab.openEntry("seed");
        InvalidInputException error =
                assertThrows(InvalidInputException.class, () -> lab.open(new Document.OfPage("poetry")));
        assertTrue(error.line().startsWith("page can be parameters, "), error.line());
        assertTrue(error.line().endsWith("glossary, but not poetry"), error.line());
        assertEquals("seed", lab.glossaryEntryProperty().get());
    }

    @Test
    void filtersTermsAsTyped() {
        int all = lab.terms(Language.KOREAN).size();
        lab.queryProperty().set("학습률");
        assertEquals(
                List.of("학습률", "학습률 범위 시험", "학습률 스케줄"),
                lab.terms(Language.KOREAN).stream().map(GlossaryTerm::korean).toList());
        lab.queryProperty().set("");
        assertEquals(all, lab.terms(Language.ENGLISH).size());
    }
}
