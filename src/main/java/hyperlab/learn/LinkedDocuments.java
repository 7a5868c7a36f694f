package hyperlab.learn;

import hyperlab.file.BundledCases;
import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.text.Language;
import java.util.Collection;
import java.util.List;

/** The documents that the links of pages open, from {@code assets/pages/try} and the bundled cases. */
public final class LinkedDocuments {
    private LinkedDocuments() {}

    /** The document of {@code try:NAME}. */
    public static Document load(String name) {
        String path = "/pages/try/" + name + ".json";
        return Documents.parse(LearnPages.load(path), path);
    }

    /** The document that a {@code try} link opens. */
    public static Document of(LinkTarget.SettingsTarget target) {
        return load(target.name());
    }

    /** The document that a {@code case} link opens. */
    public static Document of(LinkTarget.CaseTarget target) {
        return BundledCases.load(target.name());
    }

    /** The names of all documents that {@link #load} knows: those of the pages, and those that only lessons use. */
    public static List<String> all() {
        return names();
    }

    /** The names of all {@code try} links of the pages, in reading order. */
    public static List<String> names() {
        return LearnPages.all(Language.ENGLISH).stream()
                .map(LearnPage::links)
                .flatMap(Collection::stream)
                .map(Inline.Link::target)
                .filter(LinkTarget.SettingsTarget.class::isInstance)
                .map(target -> ((LinkTarget.SettingsTarget) target).name())
                .distinct()
                .toList();
    }
}
