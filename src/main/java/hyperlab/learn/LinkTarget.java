package hyperlab.learn;

import hyperlab.file.BundledCases;
import hyperlab.rule.InvalidInputException;
import hyperlab.rule.Rule;

/** The target of a link. */
public sealed interface LinkTarget {
    /** Precedes the view in an address. */
    char VIEW_MARK = '#';

    /**
     * Settings that open in their lab: {@code try:NAME} or {@code try:NAME#VIEW}.
     *
     * @param view the experiment or chart that the lab shows; empty if the settings alone determine it
     */
    record SettingsTarget(String name, String view) implements LinkTarget {}

    /** A case that comes with the program: {@code case:NAME}. */
    record CaseTarget(String name) implements LinkTarget {}

    /** Another page: {@code page:NAME}. */
    record PageTarget(String name) implements LinkTarget {}

    /**
     * Parses the address of a link.
     *
     * @param page names the file in error messages
     * @throws InvalidInputException if the address is invalid
     */
    static LinkTarget of(String address, String page) {
        int colon = address.indexOf(':');
        String name = address.substring(colon + 1);
        String kind = address.substring(0, Math.max(0, colon));
        if (kind.equals("try")) {
            int mark = name.indexOf(VIEW_MARK);
            return mark < 0
                    ? new SettingsTarget(name, "")
                    : new SettingsTarget(name.substring(0, mark), name.substring(mark + 1));
        }
        if (kind.equals("case") && BundledCases.allNames().contains(name)) {
            return new CaseTarget(name);
        }
        if (kind.equals("page") && LearnPages.NAMES.contains(name)) {
            return new PageTarget(name);
        }
        throw new InvalidInputException("a link of " + page, Rule.PAGE_LINK, address);
    }
}
