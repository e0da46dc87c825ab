/** Descriptors of the runtime's own kinds of object. */
#include "runtime.h"

#define TYPE(shape_of_objects, size_of_objects) \
  { .object = {&hx_type_type}, .shape = shape_of_objects, .size = (uint32_t)(size_of_objects) }

#define ASCII_NAME(name, text) \
  static const uint16_t name##_units[] = text; \
  static HxString name = {{&hx_string_type}, sizeof(name##_units) / 2 - 1, 0, name##_units}

ASCII_NAME(string_path, u"String");
ASCII_NAME(array_path, u"Array");
ASCII_NAME(bytes_path, u"BytesData");

static const HxType *const string_ancestors[] = {&hx_string_type};
static const HxType *const array_ancestors[] = {&hx_array_type};

const HxType hx_type_type = TYPE(HX_SHAPE_TYPE, sizeof(HxType));
const HxType hx_closure_type = TYPE(HX_SHAPE_CLOSURE, sizeof(HxClosure));
const HxType hx_cell_type = TYPE(HX_SHAPE_CELL, sizeof(HxCell));
const HxType hx_structure_type = TYPE(HX_SHAPE_STRUCTURE, sizeof(HxStructure));
const HxType hx_elements_type = TYPE(HX_SHAPE_ELEMENTS, sizeof(HxElements));
const HxType hx_text_buffer_type = TYPE(HX_SHAPE_TEXT_BUFFER, sizeof(HxTextBuffer));
const HxType hx_names_type = TYPE(HX_SHAPE_NAMES, sizeof(HxNames));
const HxType hx_bytes_type = {
    .object = {&hx_type_type}, .shape = HX_SHAPE_BYTES, .size = sizeof(HxBytes), .path = &bytes_path};

/* Their methods are the program's, so hx_start fills those in. */
HxType hx_string_type = {
    .object = {&hx_type_type},
    .shape = HX_SHAPE_STRING,
    .size = sizeof(HxString),
    .path = &string_path,
    .ancestors = string_ancestors,
};
HxType hx_array_type = {
    .object = {&hx_type_type},
    .shape = HX_SHAPE_ARRAY,
    .size = sizeof(HxArray),
    .path = &array_path,
    .ancestors = array_ancestors,
};
