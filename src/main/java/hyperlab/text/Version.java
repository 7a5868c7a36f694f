package hyperlab.text;

/** Which Hyperlab this is. */
public final class Version {
    private Version() {}

    /** As the jar tells it; "development" where there is none. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
