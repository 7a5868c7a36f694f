package hyperlab.export;

import hyperlab.chart.ChartTheme;

/**
 * The words under a figure: what it shows, with which settings and seed.
 *
 * @param text one paragraph; it is broken at spaces
 * @param theme of the chart above it
 */
public record Caption(String text, ChartTheme theme) {}
