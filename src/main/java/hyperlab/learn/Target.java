package hyperlab.learn;

import hyperlab.file.BundledCases;
import hyperlab.rule.InvalidInputException;

/** The target of a link. */
public sealed interface Target {
    /** Settings that open in their lab: {@code try:NAME}. */
    record Try(String name) implements Target {}

    /** A case that comes with the program: {@code case:NAME}. */
    record ToCase(String name) implements Target {}

    /** Another page: {@code page:NAME}. */
    record ToPage(String name) implements Target {}

    /**
     * Parses the address of a link.
     *
     * @param page names the file in error messages
     * @throws InvalidInputException if the address is invalid
     */
    static Target of(String address, String page) {
        int colon = address.indexOf(':');
        String name = address.substring(colon + 1);
        String kind = address.substring(0, Math.max(0, colon));
        if (kind.equals("try")) {
            return new Try(name);
        }
        if (kind.equals("case") && BundledCases.NAMES.contains(name)) {
            return new ToCase(name);
        }
        if (kind.equals("page") && Pages.NAMES.contains(name)) {
            return new ToPage(name);
        }
        throw new InvalidInputException("a link of " + page, "try:NAME, case:NAME or page:NAME", address);
    }
}
