/**
 * What generated code hands to the runtime: one constant HxProgram.
 */
#ifndef HX_PROGRAM_H
#define HX_PROGRAM_H

#include "value.h"

/** A static variable that can be read by name. */
typedef struct HxStaticInfo {
  HxString *name;
  uint32_t kind;
  void *variable;
} HxStaticInfo;

/** What reflection asks of a class besides its HxType. Tables that the program does not ask for are empty. */
typedef struct HxClassInfo {
  /** Its code is null where there is no constructor. */
  HxMethodInfo constructor;
  const HxStaticInfo *statics;
  const HxMethodInfo *functions;
  /** Of the variables and methods of instances. */
  HxString *const *names;
  uint32_t static_count;
  uint32_t function_count;
  uint32_t name_count;
} HxClassInfo;

/** One constructor of an enum; `value` is the one it has without arguments, else null. */
typedef struct HxConstructorInfo {
  const HxType *type;
  HxObject *value;
} HxConstructorInfo;

typedef struct HxEnumInfo {
  const HxType *type;
  const HxConstructorInfo *constructors;
  uint32_t constructor_count;
} HxEnumInfo;

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
  /** By the classes' numbers, and by the enums'; null where the program does not ask for it. */
  const HxClassInfo *class_infos;
  const HxEnumInfo *enum_infos;
  uint32_t enum_count;
} HxProgram;

/** The program in this executable; the native entry point starts it. */
extern const HxProgram hx_program;

#endif
