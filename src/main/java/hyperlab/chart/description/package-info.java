/**
 * What a chart shows, in words, for readers who do not see it: axes, curves, and what is marked. Pure functions of
 * values; uses the texts and nothing else of the charts.
 */
@NullMarked
package hyperlab.chart.description;

import org.jspecify.annotations.NullMarked;
