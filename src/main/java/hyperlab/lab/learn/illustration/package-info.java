/**
 * The charts of the pages: one class each, which computes the chart's data from the settings that a link of the page
 * opens. Computed on workers, shown on the FX thread.
 */
@NullMarked
package hyperlab.lab.learn.illustration;

import org.jspecify.annotations.NullMarked;
