/** Ends that no program can catch. */
#ifndef HX_FATAL_H
#define HX_FATAL_H

/** Writes the text and a line break to standard error and ends the program with status 1. */
_Noreturn void hx_fatal(const char *text);

#endif
