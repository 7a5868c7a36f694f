package hyperlab.learn;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.StoredCases;
import hyperlab.text.Language;
import java.util.Collection;
import java.util.List;

/** What the links of pages open: a document each, in {@code assets/pages/try}. */
public final class Tries {
    private Tries() {}

    /** The document of {@code try:NAME}, with a name that a page has. */
    public static Document named(String name) {
        String path = "/pages/try/" + name + ".json";
        return Documents.parse(Pages.load(path), path);
    }

    /** The document that a link opens in another lab. */
    public static Document of(Target.Try target) {
        return named(target.name());
    }

    /** The same of a case. */
    public static Document of(Target.ToCase target) {
        return new Document.OfCase(StoredCases.named(target.name()));
    }

    /** All names that pages have, in the order in which they are read. */
    public static List<String> names() {
        return Pages.all(Language.ENGLISH).stream()
                .map(Page::links)
                .flatMap(Collection::stream)
                .map(Inline.Link::target)
                .filter(Target.Try.class::isInstance)
                .map(target -> ((Target.Try) target).name())
                .distinct()
                .toList();
    }
}
