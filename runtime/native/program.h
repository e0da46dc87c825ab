/**
 * What generated code hands to the runtime: one constant HxProgram.
 */
#ifndef HX_PROGRAM_H
#define HX_PROGRAM_H

#include "value.h"

typedef struct HxProgram {
  /** Runs the static initialisers and `main`; stops at the first exception that leaves one of them. */
  void (*run)(void);
  /** Classes and interfaces, for Type.resolveClass. */
  const HxType *const *classes;
  /** Addresses of the static variables of kind ref, and of kind dyn. Generated code sets the dyn ones to null first. */
  HxObject **const *ref_statics;
  HxDyn *const *dyn_statics;
  /** Methods of String and Array that can be read by name. */
  const HxMethodInfo *string_methods;
  const HxMethodInfo *array_methods;
  uint32_t class_count;
  uint32_t ref_static_count;
  uint32_t dyn_static_count;
  uint32_t string_method_count;
  uint32_t array_method_count;
} HxProgram;

/** The program in this executable; the native entry point starts it. */
extern const HxProgram hx_program;

#endif
