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
        return document(target).map(Links::home).orElse(LabName.LEARN);
    }

    private static LabName home(Document document) {
        if (document instanceof Document.OfDescent) {
            return LabName.LEARNING_RATE;
        }
        if (document instanceof Document.OfBatch) {
            return LabName.BATCH_SIZE;
        }
        if (document instanceof Document.OfActivations) {
            return LabName.ACTIVATION;
        }
        if (document instanceof Document.OfConvolution) {
            return LabName.CONVOLUTION;
        }
        if (document instanceof Document.OfStudy) {
            return LabName.TUNING;
        }
        return document instanceof Document.OfCase ? LabName.CASES : LabName.TRAINING;
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
