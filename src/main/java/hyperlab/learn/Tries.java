package hyperlab.learn;

import hyperlab.file.Document;
import hyperlab.file.Documents;
import hyperlab.file.BundledCases;
import hyperlab.text.Language;
import java.util.Collection;
import java.util.List;

/** The documents that the links of pages open, from {@code assets/pages/try} and the bundled cases. */
public final class Tries {
    private Tries() {}

    /** The document of {@code try:NAME}. */
    public static Document named(String name) {
        String path = "/pages/try/" + name + ".json";
        return Documents.parse(Pages.load(path), path);
    }

    /** The document that a {@code try} link opens. */
    public static Document of(Target.Try target) {
        return named(target.name());
    }

    /** The document that a {@code case} link opens. */
    public static Document of(Target.ToCase target) {
        return new Document.OfCase(BundledCases.named(target.name()));
    }

    /** The names of all {@code try} links of the pages, in reading order. */
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
