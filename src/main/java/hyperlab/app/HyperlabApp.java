package hyperlab.app;

/** The window. */
public final class HyperlabApp {
    private HyperlabApp() {}

    /** Opens the window. */
    public static void open(String[] args) {}
}
