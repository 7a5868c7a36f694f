package hyperlab.lab.map;

/** A pixel of the map, by its indices on both axes; row 0 is at the bottom. */
record MapCell(int column, int row) {}
