/** What mesh compilation calls. The caller lays out memory above `__heap_base`. */
export { scanObj } from "./obj_scan";
export { largestDistance } from "./surface_distance";
export { chooseCells, countTriangles, fillCells } from "./triangle_grid";
