package hyperlab.lab.learn;

import hyperlab.file.Document;
import hyperlab.lab.LabName;
import hyperlab.learn.LinkTarget;
import hyperlab.learn.LinkedDocuments;
import java.util.Optional;

/** Resolves the targets of links. */
final class LinkResolver {
    private LinkResolver() {}

    /** The document that a link opens in another lab; empty if it leads to a page. */
    static Optional<Document> document(LinkTarget target) {
        if (target instanceof LinkTarget.SettingsTarget to) {
            return Optional.of(LinkedDocuments.of(to));
        }
        return target instanceof LinkTarget.CaseTarget to ? Optional.of(LinkedDocuments.of(to)) : Optional.empty();
    }

    /** The view that the lab shows; empty if the document alone determines it. */
    static String view(LinkTarget target) {
        return target instanceof LinkTarget.SettingsTarget to ? to.view() : "";
    }

    /** The lab that a link opens. */
    static LabName lab(LinkTarget target) {
        return document(target).map(LabName::forDocument).orElse(LabName.LEARN);
    }

    /** The id of the link's button. */
    static String id(LinkTarget target) {
        if (target instanceof LinkTarget.SettingsTarget to) {
            return "learn-try-" + to.name() + (to.view().isEmpty() ? "" : "-" + to.view());
        }
        return target instanceof LinkTarget.CaseTarget to
                ? "learn-case-" + to.name()
                : "learn-page-" + ((LinkTarget.PageTarget) target).name();
    }
}
