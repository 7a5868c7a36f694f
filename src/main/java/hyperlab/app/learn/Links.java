package hyperlab.app.learn;

import hyperlab.app.LabName;
import hyperlab.file.Document;
import hyperlab.learn.Target;
import hyperlab.learn.Tries;
import java.util.Optional;

/** Resolves the targets of links. */
final class Links {
    private Links() {}

    /** The document that a link opens in another lab; empty if it leads to a page. */
    static Optional<Document> document(Target target) {
        if (target instanceof Target.Try to) {
            return Optional.of(Tries.of(to));
        }
        return target instanceof Target.ToCase to ? Optional.of(Tries.of(to)) : Optional.empty();
    }

    /** The lab that a link opens. */
    static LabName lab(Target target) {
        return document(target).map(LabName::forDocument).orElse(LabName.LEARN);
    }

    /** The id of the link's button. */
    static String id(Target target) {
        if (target instanceof Target.Try to) {
            return "learn-try-" + to.name();
        }
        return target instanceof Target.ToCase to
                ? "learn-case-" + to.name()
                : "learn-page-" + ((Target.ToPage) target).name();
    }
}
