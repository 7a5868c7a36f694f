package hyperlab.text;

/** The version of this program. */
public final class Version {
    private Version() {}

    /** The name of the program with its version. */
    public static String line() {
        return "hyperlab " + text();
    }

    /** The version in the jar's manifest, or "development" if there is none. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
