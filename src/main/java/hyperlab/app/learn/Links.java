package hyperlab.app.learn;

import hyperlab.app.LabName;
import hyperlab.file.Document;
import hyperlab.learn.Target;
import hyperlab.learn.Tries;
import java.util.Optional;

/** Where links lead. */
final class Links {
    private Links() {}

    /** What a link opens in another lab; nothing where it leads to a page. */
    static Optional<Document> document(Target target) {
        if (target instanceof Target.Try to) {
            return Optional.of(Tries.of(to));
        }
        return target instanceof Target.ToCase to ? Optional.of(Tries.of(to)) : Optional.empty();
    }

    /** The lab that a link opens. */
    static LabName lab(Target target) {
        return document(target).map(LabName::home).orElse(LabName.LEARN);
    }

    /** Id of the button that opens it. */
    static String id(Target target) {
        if (target instanceof Target.Try to) {
            return "learn-try-" + to.name();
        }
        return target instanceof Target.ToCase to
                ? "learn-case-" + to.name()
                : "learn-page-" + ((Target.ToPage) target).name();
    }
}
