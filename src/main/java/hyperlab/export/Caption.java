package hyperlab.export;

import hyperlab.chart.style.ChartTheme;

/**
 * The caption below a figure: what it shows, with the settings and the seed.
 *
 * @param text one paragraph; it is wrapped at spaces
 * @param theme of the chart above it
 */
public record Caption(String text, ChartTheme theme) {}
