package hyperlab.lab.learn;

import hyperlab.file.Document;
import hyperlab.lab.HasGlossary;
import hyperlab.lab.LabViewModel;
import hyperlab.learn.Glossary;
import hyperlab.learn.GlossaryTerm;
import hyperlab.learn.LearnPage;
import hyperlab.learn.LearnPages;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;
import hyperlab.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The view model of the Learn lab: the open page and the glossary's search text. The timeline's steps are the entries, so
 * that the playback keys of other labs turn the pages here.
 */
public final class LearnViewModel extends LabViewModel<LearnSettings, LearnSettings> {
    /** The name of the entry after the pages. */
    public static final String GLOSSARY = HasGlossary.PAGE;

    /** The names of all entries, in reading order. */
    public static final List<String> ENTRIES =
            Stream.concat(LearnPages.NAMES.stream(), Stream.of(GLOSSARY)).toList();

    private final StringProperty entry = new SimpleStringProperty(this, "entry", ENTRIES.get(0));
    private final StringProperty query = new SimpleStringProperty(this, "query", "");

    public LearnViewModel() {
        super("learn.page", new LearnSettings(ENTRIES.get(0), ""), error -> {});
        setViewState(settingsState().get());
        playback().lengthProperty().set(ENTRIES.size() - 1);
        playback().completedProperty().set(ENTRIES.size() - 1);
        settingsState().bind("learn.undo.page", entry, LearnSettings::entry, LearnSettings::withEntry);
        settingsState().bind("learn.undo.query", query, LearnSettings::query, LearnSettings::withQuery);
        settingsState().stateProperty().addListener((observed, before, now) -> setViewState(now));
        entry.addListener((observed, before, now) -> playback().seek(entryIndex()));
        playback().positionProperty().addListener((observed, before, now) -> openEntry(ENTRIES.get(now.intValue())));
    }

    // properties

    /** The name of the open entry, one of {@link #ENTRIES}. */
    public StringProperty glossaryEntryProperty() {
        return entry;
    }

    /** Text that the glossary terms must contain; blank for all terms. */
    public StringProperty queryProperty() {
        return query;
    }

    /** The index of the open entry. */
    public int entryIndex() {
        return ENTRIES.indexOf(entry.get());
    }

    public boolean isGlossary() {
        return isGlossary(entry.get());
    }

    static boolean isGlossary(String name) {
        return name.equals(GLOSSARY);
    }

    /** The page with this name; not for the glossary. */
    static LearnPage page(String name, Language language) {
        return LearnPages.of(name, language);
    }

    /** The terms that match the search text, sorted in this language. */
    public List<GlossaryTerm> terms(Language language) {
        return Glossary.search(query.get(), language);
    }

    // commands

    /** Opens a page or the glossary. */
    public void openEntry(String name) {
        undo().settle();
        entry.set(name);
        undo().settle();
    }

    /** Opens the glossary and shows only what matches this term. */
    void openTerm(String word) {
        undo().settle();
        query.set(word);
        openEntry(GLOSSARY);
    }

    @Override
    public Document document() {
        return new Document.OfPage(entry.get());
    }

    @Override
    public void open(Document document, @Nullable Path folder) {
        if (document instanceof Document.OfPage pageDocument) {
            if (!ENTRIES.contains(pageDocument.name())) {
                throw new InvalidInputException("page", Rule.ONE_OF, String.join(", ", ENTRIES), pageDocument.name());
            }
            openEntry(pageDocument.name());
        }
    }
}
