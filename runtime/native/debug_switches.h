/**
 * Debug switches, all off in what is shipped. Turn one on with -D on the command line.
 *
 * HX_GC_STRESS    Collect at every allocation (natively) or poll (WebAssembly): an object that nothing keeps alive is
 *                 gone at once, its memory zero-filled.
 * HX_GC_TRACE     Write a line to standard error for each collection: why, live bytes, milliseconds.
 */
#ifndef HX_DEBUG_SWITCHES_H
#define HX_DEBUG_SWITCHES_H

#ifndef HX_GC_STRESS
#define HX_GC_STRESS 0
#endif
#ifndef HX_GC_TRACE
#define HX_GC_TRACE 0
#endif

/** WebAssembly's locals cannot be searched for references, so there only generated code collects, by hx_poll. */
#ifdef __wasm__
#define HX_COLLECT_IN_ALLOCATOR 0
#else
#define HX_COLLECT_IN_ALLOCATOR 1
#endif

#endif
