/** The Learn lab: pages with charts that are worked out here, links into the other labs, and the glossary. FX thread alone. */
@NullMarked
package hyperlab.app.learn;

import org.jspecify.annotations.NullMarked;
