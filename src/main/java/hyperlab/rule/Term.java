package hyperlab.rule;

/** A word of the user's language that an error message quotes in place of a value. */
public enum Term {
    OBJECT("error.term.object"),
    LIST("error.term.list"),
    FORMULA("error.term.formula"),

    // why a file cannot be read or written
    DISK_FULL("error.term.diskFull"),
    READ_ONLY("error.term.readOnly"),
    ACCESS_DENIED("error.term.accessDenied"),
    NAME_TOO_LONG("error.term.nameTooLong"),
    NOT_A_FOLDER("error.term.notAFolder"),
    IS_A_FOLDER("error.term.isAFolder"),
    MISSING("error.term.missing"),
    EXISTS("error.term.exists"),
    TOO_MANY_OPEN("error.term.tooManyOpen"),
    TOO_LARGE("error.term.tooLarge"),
    IN_USE("error.term.inUse"),
    BROKEN_PIPE("error.term.brokenPipe"),
    DEVICE_ERROR("error.term.deviceError"),
    LINK_LOOP("error.term.linkLoop"),
    ENDS_EARLY("error.term.endsEarly"),
    NOT_UTF8_TEXT("error.term.notUtf8Text"),
    OTHER_IO_ERROR("error.term.otherIoError");

    private final String key;

    Term(String key) {
        this.key = key;
    }

    /** The key of the word in the bundles. */
    public String key() {
        return key;
    }
}
