package hyperlab.ui;

/** Shows one-line notices to the user without blocking: a banner that can be dismissed. */
public interface Notices {
    /** Shows that an input was rejected or that something failed. */
    void showError(String line);

    /** Confirms something that has no other visible effect. */
    void showSuccess(String line);
}
