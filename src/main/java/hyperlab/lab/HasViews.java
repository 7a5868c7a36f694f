package hyperlab.lab;

/** A lab whose stage shows one of several experiments or charts, apart from its document. FX thread only. */
public interface HasViews {
    /**
     * Shows an experiment or a chart.
     *
     * @throws hyperlab.rule.InvalidInputException if there is no such view; nothing changes then
     */
    void showView(String view);
}
