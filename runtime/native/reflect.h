/** What reflection on objects and reflection on types share. */
#ifndef HX_REFLECT_H
#define HX_REFLECT_H

#include "program.h"

/** What the program knows of a class besides its HxType; null where it asks no class for anything. */
const HxClassInfo *hx_class_info(const HxType *type);

/** The method as a value. */
HxClosure *hx_bind(HxObject *object, const HxMethodInfo *method);

/** The value as a variable of the HxKind holds it. */
HxDyn hx_held_by(uint32_t kind, HxDyn value);

#endif
