/**
 * Values and objects of compiled programs, in memory. The C and the WASM printer share these layouts; on wasm32 every
 * pointer is 4 bytes; 8-byte words stay aligned to 8.
 *
 * A dynamic value is one 64-bit word. A Float is stored as itself; everything else lives among the negative quiet NaNs,
 * which arithmetic never makes and which are made canonical where bits come from outside (hx_f64_from_bits):
 *
 *     0x0000... to 0xFFF8 0000 0000 0000   Float (NaN is 0x7FF8... or 0xFFF8 0000 0000 0000)
 *     0xFFF9 0000 iiii iiii                Int
 *     0xFFFA 0000 0000 000b                Bool
 *     0xFFFC pppp pppp pppp                reference; null is the reference to address 0
 *
 * So boxing never allocates, boxing a reference is one `or`, and the low word of a boxed Int, Bool or wasm32 reference
 * is the value.
 */
#ifndef HX_VALUE_H
#define HX_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint64_t HxDyn;
typedef struct HxType HxType;
typedef struct HxString HxString;

/** What every heap object starts with. A cell of the heap whose type is null is free. */
typedef struct HxObject {
  const HxType *type;
} HxObject;

#define HX_FIRST_TAGGED UINT64_C(0xFFF9000000000000)
#define HX_INT_TAG UINT64_C(0xFFF9000000000000)
#define HX_BOOL_TAG UINT64_C(0xFFFA000000000000)
#define HX_REF_TAG UINT64_C(0xFFFC000000000000)
#define HX_ADDRESS_MASK UINT64_C(0x0000FFFFFFFFFFFF)
#define HX_NULL HX_REF_TAG
#define HX_FALSE HX_BOOL_TAG
#define HX_TRUE (HX_BOOL_TAG | 1)

/** UTF-16 text. `units` is `own`, a literal's units, or the start of a HxTextBuffer that several strings share. */
struct HxString {
  HxObject object;
  int32_t length;
  /** 0 where not computed yet. */
  int32_t hash;
  const uint16_t *units;
  uint16_t own[];
};

/** Units that a concatenation may extend in place: only the string that ends at `used` can be appended to. */
typedef struct HxTextBuffer {
  HxObject object;
  uint32_t used;
  uint32_t capacity;
  uint16_t units[];
} HxTextBuffer;

/** The elements of an array: `capacity` dynamic values, those past the array's length null. */
typedef struct HxElements {
  HxObject object;
  uint32_t capacity;
  HxDyn values[];
} HxElements;

/** `values` points into a HxElements; null while the capacity is 0. */
typedef struct HxArray {
  HxObject object;
  int32_t length;
  int32_t capacity;
  HxDyn *values;
} HxArray;

/** `code` is `HxDyn (HxClosure *, HxDyn...)` with `arity` arguments; past HX_DIRECT_ARITY it is HxPackedCode. */
typedef struct HxClosure {
  HxObject object;
  void (*code)(void);
  int32_t arity;
  uint16_t capture_count;
  /** A method as a value: its one capture is the object. Only set in programs that compare closures. */
  uint16_t is_method;
  HxDyn captures[];
} HxClosure;

#define HX_DIRECT_ARITY 6

/** The arity of a closure of any number of arguments: it has no code, and calls what it captured with an array of them. */
#define HX_VARIADIC (-1)

/** Takes `arity` arguments from memory. */
typedef HxDyn (*HxPackedCode)(HxClosure *closure, const HxDyn *args);

/** A captured variable that is assigned; the value is boxed. */
typedef struct HxCell {
  HxObject object;
  HxDyn value;
} HxCell;

/** An enum value; its type is that of its constructor. Arguments are boxed. */
typedef struct HxEnumValue {
  HxObject object;
  HxDyn args[];
} HxEnumValue;

/**
 * An anonymous structure. `names` is the constant table of the expression that made it until a field is added or
 * deleted, then a HxNames of its own. `values` is `own`, or points into a HxElements.
 */
typedef struct HxStructure {
  HxObject object;
  HxString *const *names;
  HxDyn *values;
  int32_t count;
  int32_t capacity;
  HxDyn own[];
} HxStructure;

/** Field names of a structure that was changed. */
typedef struct HxNames {
  HxObject object;
  uint32_t capacity;
  HxString *names[];
} HxNames;

/** What `haxe.io.BytesData` is: bytes whose number never changes. */
typedef struct HxBytes {
  HxObject object;
  int32_t length;
  _Alignas(8) uint8_t bytes[];
} HxBytes;

/** How an object is laid out and traced. */
enum HxShape {
  HX_SHAPE_STRING = 1,
  HX_SHAPE_TEXT_BUFFER,
  HX_SHAPE_ARRAY,
  HX_SHAPE_ELEMENTS,
  HX_SHAPE_CLOSURE,
  HX_SHAPE_CELL,
  HX_SHAPE_INSTANCE,
  HX_SHAPE_ENUM_VALUE,
  HX_SHAPE_STRUCTURE,
  HX_SHAPE_NAMES,
  /** The objects of this shape are HxType themselves: `Class<T>` and `Enum<T>` values. */
  HX_SHAPE_TYPE,
  /** No object has these: interfaces, enums, and the names of basic types. */
  HX_SHAPE_NONE,
  HX_SHAPE_BYTES,
};

enum HxKind {
  HX_KIND_I32 = 1,
  HX_KIND_F64,
  HX_KIND_BOOL,
  HX_KIND_REF,
  HX_KIND_DYN,
};

typedef struct HxFieldInfo {
  HxString *name;
  uint32_t kind;
  uint32_t offset;
} HxFieldInfo;

/** A function that can be read by name: `code` is a closure's, whose first capture is the receiver where it has one. */
typedef struct HxMethodInfo {
  HxString *name;
  void (*code)(void);
  int32_t arity;
} HxMethodInfo;

/**
 * Describes the objects of one class or one enum constructor; for `Class<T>` and `Enum<T>` it is also the value itself,
 * which is why it starts as an object does. Constant data, or filled in before hx_start.
 */
struct HxType {
  /** &hx_type_type */
  HxObject object;
  uint32_t shape;
  /** Bytes of an instance, header included. */
  uint32_t size;
  /** Class, enum: its number in the program. Enum constructor: its number in the enum. */
  uint32_t index;
  /** Class: how many superclasses it has. */
  uint32_t depth;
  /** Path of the class or enum; name of the enum constructor. */
  HxString *path;
  /** Superclass; of an enum constructor its enum. */
  const HxType *parent;
  /** Class: `depth + 1` types, the root first and itself last. */
  const HxType *const *ancestors;
  /** Every interface that an instance answers to. */
  const HxType *const *interfaces;
  /** All instance variables, inherited first. Enum constructor: its parameters; values of all kinds are boxed. */
  const HxFieldInfo *fields;
  const HxMethodInfo *methods;
  /** Byte offsets of the fields of kind ref, and of kind dyn. */
  const uint32_t *ref_offsets;
  const uint32_t *dyn_offsets;
  uint32_t interface_count;
  uint32_t field_count;
  uint32_t method_count;
  uint32_t ref_count;
  uint32_t dyn_count;
  uint32_t is_enum;
  /* The class's vtable follows: one code pointer a slot. */
};

#endif
