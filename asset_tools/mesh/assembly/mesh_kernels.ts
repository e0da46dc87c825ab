/** What mesh compilation calls. The caller lays out memory above `__heap_base`. */
export { scanObj } from "./obj_scan";
