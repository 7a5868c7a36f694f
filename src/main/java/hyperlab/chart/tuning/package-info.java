/** The charts of searches: trials, best so far, importance, maps, parallel coordinates. AWT only. */
@NullMarked
package hyperlab.chart.tuning;

import org.jspecify.annotations.NullMarked;
