/** Ties compiler/emit/wasm/layout.ts to value.h and program.h: the numbers there are these. */
#include "heap.h"
#include "program.h"
#include "runtime.h"

#define AT(type, field, offset) _Static_assert(offsetof(type, field) == (offset), #type "." #field)
#define SIZE(type, bytes) _Static_assert(sizeof(type) == (bytes), #type)

AT(HxString, length, 4);
AT(HxString, hash, 8);
AT(HxString, units, 12);
AT(HxString, own, 16);
AT(HxArray, length, 4);
AT(HxArray, capacity, 8);
AT(HxArray, values, 12);
AT(HxClosure, code, 4);
AT(HxClosure, arity, 8);
AT(HxClosure, capture_count, 12);
AT(HxClosure, captures, 16);
AT(HxCell, value, 8);
AT(HxEnumValue, args, 8);
AT(HxBytes, length, 4);
AT(HxBytes, bytes, 8);
SIZE(HxFieldInfo, 12);
AT(HxFieldInfo, kind, 4);
AT(HxFieldInfo, offset, 8);
SIZE(HxMethodInfo, 12);
AT(HxMethodInfo, code, 4);
AT(HxMethodInfo, arity, 8);
SIZE(HxFieldCache, 12);
AT(HxType, shape, 4);
AT(HxType, size, 8);
AT(HxType, index, 12);
AT(HxType, depth, 16);
AT(HxType, path, 20);
AT(HxType, parent, 24);
AT(HxType, ancestors, 28);
AT(HxType, interfaces, 32);
AT(HxType, fields, 36);
AT(HxType, methods, 40);
AT(HxType, ref_offsets, 44);
AT(HxType, dyn_offsets, 48);
AT(HxType, interface_count, 52);
AT(HxType, field_count, 56);
AT(HxType, method_count, 60);
AT(HxType, ref_count, 64);
AT(HxType, dyn_count, 68);
AT(HxType, is_enum, 72);
SIZE(HxType, 76);
AT(HxProgram, run, 0);
AT(HxProgram, classes, 4);
AT(HxProgram, ref_statics, 8);
AT(HxProgram, dyn_statics, 12);
AT(HxProgram, string_methods, 16);
AT(HxProgram, array_methods, 20);
AT(HxProgram, class_count, 24);
AT(HxProgram, ref_static_count, 28);
AT(HxProgram, dyn_static_count, 32);
AT(HxProgram, string_method_count, 36);
AT(HxProgram, array_method_count, 40);
AT(HxProgram, class_infos, 44);
AT(HxProgram, enum_infos, 48);
AT(HxProgram, enum_count, 52);
SIZE(HxProgram, 56);
AT(HxStaticInfo, kind, 4);
AT(HxStaticInfo, variable, 8);
SIZE(HxStaticInfo, 12);
AT(HxClassInfo, statics, 12);
AT(HxClassInfo, functions, 16);
AT(HxClassInfo, names, 20);
AT(HxClassInfo, static_count, 24);
AT(HxClassInfo, function_count, 28);
AT(HxClassInfo, name_count, 32);
SIZE(HxClassInfo, 36);
AT(HxConstructorInfo, value, 4);
SIZE(HxConstructorInfo, 8);
AT(HxEnumInfo, constructors, 4);
AT(HxEnumInfo, constructor_count, 8);
SIZE(HxEnumInfo, 12);

_Static_assert(HX_SHAPE_INSTANCE == 7 && HX_SHAPE_ENUM_VALUE == 8 && HX_SHAPE_NONE == 12, "HxShape");
_Static_assert(HX_KIND_I32 == 1 && HX_KIND_F64 == 2 && HX_KIND_BOOL == 3 && HX_KIND_REF == 4 && HX_KIND_DYN == 5, "HxKind");
_Static_assert(HX_INT_TAG == UINT64_C(0xFFF9000000000000) && HX_BOOL_TAG == UINT64_C(0xFFFA000000000000), "tags");
_Static_assert(HX_REF_TAG == UINT64_C(0xFFFC000000000000) && HX_FIRST_TAGGED == HX_INT_TAG, "tags");
_Static_assert(HX_DIRECT_ARITY == 6, "HX_DIRECT_ARITY");

/* new_instance.ts takes cells of up to 128 bytes from hx_runs itself. */
SIZE(HxRun, 8);
AT(HxRun, end, 4);
