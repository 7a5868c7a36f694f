/** The Learn lab: pages with charts and exercises, links into the other labs, lessons, and the glossary. FX thread only. */
@NullMarked
package hyperlab.lab.learn;

import org.jspecify.annotations.NullMarked;
