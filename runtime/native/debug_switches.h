/**
 * The debug switch, off in what is shipped. Turn it on with -D on the command line.
 *
 * HX_GC_STRESS    Collect at every allocation (natively) or poll (WebAssembly): an object that nothing keeps alive is
 *                 gone at once, its memory zero-filled.
 */
#ifndef HX_DEBUG_SWITCHES_H
#define HX_DEBUG_SWITCHES_H

#ifndef HX_GC_STRESS
#define HX_GC_STRESS 0
#endif

/** WebAssembly's locals cannot be searched for references, so there only generated code collects, by hx_poll. */
#ifdef __wasm__
#define HX_COLLECT_IN_ALLOCATOR 0
#else
#define HX_COLLECT_IN_ALLOCATOR 1
#endif

#endif
