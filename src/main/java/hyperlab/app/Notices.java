package hyperlab.app;

/** Tells the person something in one line, without standing in the way: a banner that can be dismissed. */
public interface Notices {
    /** Something was refused or failed. */
    void refused(String line);

    /** Something is done that cannot be seen otherwise. */
    void done(String line);
}
