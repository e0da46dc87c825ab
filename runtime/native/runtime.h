/**
 * The runtime as generated code sees it, natively and in WebAssembly. Each intrinsic of compiler/ir/intrinsics.ts is the
 * function hx_<family>_<name in snake case>. Kinds: i32 and bool are int32_t, f64 double, ref HxObject *, dyn HxDyn.
 *
 * Exceptions: a function that throws sets `hx_pending` and returns a zero; the caller looks at `hx_pending` and leaves
 * in turn. Functions that may throw say so here.
 *
 * Collection: in WebAssembly only hx_poll collects, called by generated code before it makes an object; natively the
 * allocator does, since it can search the machine stack. Inside a runtime function objects are safe in either.
 */
#ifndef HX_RUNTIME_H
#define HX_RUNTIME_H

#include "program.h"
#include "value.h"

/* ---- Types of the runtime's own objects ---- */

extern HxType hx_string_type, hx_array_type;
extern const HxType hx_type_type, hx_closure_type, hx_cell_type, hx_structure_type;
extern const HxType hx_elements_type, hx_text_buffer_type, hx_names_type, hx_bytes_type;

/* ---- Start (start.c, exceptions.c) ---- */

/** Prepares the heap, runs the program's initialisers and `main`, reports an uncaught exception. Gives the exit status. */
int32_t hx_start(const HxProgram *program, void *stack_base);

/** Writes "Uncaught exception: ..." for the pending exception and clears it. */
void hx_report_uncaught(void);

/* ---- Exceptions (exceptions.c) ---- */

/** Is an exception on its way? */
extern int32_t hx_pending;

void hx_throw(HxDyn value);
/** Throws a String of ASCII text. */
void hx_throw_text(const char *text);
/** Throws "Null access", followed by a space and `what` where `what` is not empty. */
void hx_throw_null_access(HxString *what);
/** The exception on its way, which ends there. */
HxDyn hx_take_exception(void);

/** Compiled programs keep no record of their calls: null, and no calls. */
HxObject *hx_stack_here(void);
HxObject *hx_stack_thrown(void);
HxArray *hx_stack_calls(HxObject *stack);

/* ---- Making objects (heap.c, objects.c) ---- */

/** Collects if it is due. Any object not reachable from statics, handles or the machine stack may go. */
void hx_poll(void);

/** An instance with every byte zero: dyn fields still have to be set to null. */
HxObject *hx_new(const HxType *type);
HxObject *hx_new_enum(const HxType *type, int32_t count, const HxDyn *args);
HxArray *hx_new_array(int32_t length, const HxDyn *elements);
HxStructure *hx_new_structure(HxString *const *names, int32_t count, const HxDyn *values);
HxClosure *hx_new_closure(void (*code)(void), int32_t arity, int32_t count, const HxDyn *captures);
/** The same for a method as a value, which captures its object alone. */
HxClosure *hx_new_method(void (*code)(void), int32_t arity, int32_t count, const HxDyn *captures);
HxCell *hx_new_cell(HxDyn value);

/** Is the collector marking? Then whatever a store overwrites goes to hx_shade first. */
extern int32_t hx_marking;
void hx_shade(HxObject *object);
void hx_shade_dyn(HxDyn value);

/** Stores with barrier. */
void hx_set_ref(HxObject **slot, HxObject *value);
void hx_set_dyn(HxDyn *slot, HxDyn value);

/** Keeps an object alive, and one handle fewer: roots held by the host. */
void hx_hold(HxObject *object);
void hx_release(HxObject *object);

/** One step of incremental collection, where no program frame is on the stack: between two game frames. */
void hx_collect_between_frames(double budget_seconds);
/** Collects completely; for tests. */
void hx_collect_now(void);

/* ---- Dynamic values (dynamic.c) ---- */

int32_t hx_dyn_to_i32(HxDyn value);
double hx_dyn_to_f64(HxDyn value);
int32_t hx_dyn_to_bool(HxDyn value);
HxObject *hx_dyn_to_ref(HxDyn value);
HxDyn hx_dyn_from_i32(int32_t value);
HxDyn hx_dyn_from_f64(double value);
HxDyn hx_dyn_from_bool(int32_t value);
HxDyn hx_dyn_from_ref(const void *object);
int32_t hx_dyn_eq(HxDyn left, HxDyn right);
int32_t hx_dyn_kind(HxDyn value);
int32_t hx_dyn_hash(HxDyn value);
/** The text Std.string gives. May run a toString, which may throw. */
HxString *hx_dyn_to_text(HxDyn value);

/* ---- Type tests (type_tests.c) ---- */

int32_t hx_is_class(HxDyn value, const HxType *type);
int32_t hx_is_interface(HxDyn value, const HxType *type);
int32_t hx_is_enum(HxDyn value, const HxType *type);
int32_t hx_is_int(HxDyn value);
int32_t hx_is_float(HxDyn value);
int32_t hx_is_bool(HxDyn value);
int32_t hx_is_string(HxDyn value);
int32_t hx_is_array(HxDyn value);
int32_t hx_is_function(HxDyn value);
int32_t hx_is_dynamic(HxDyn value);

/** Throws "Cannot cast X to Y" where Y is the type's name. The cast itself is a test and, where that fails, this. */
void hx_throw_cast(HxDyn value, HxString *type_name);

/* ---- Closures (closures.c) ---- */

/**
 * Call a closure with the arguments given; too few are made up with null, too many are dropped. Throw what the closure
 * throws, and "Null access" where it is null.
 */
HxDyn hx_call(HxObject *closure, int32_t count, const HxDyn *args);
HxDyn hx_call_0(HxObject *closure);
HxDyn hx_call_1(HxObject *closure, HxDyn a);
HxDyn hx_call_2(HxObject *closure, HxDyn a, HxDyn b);
HxDyn hx_call_3(HxObject *closure, HxDyn a, HxDyn b, HxDyn c);
HxDyn hx_call_4(HxObject *closure, HxDyn a, HxDyn b, HxDyn c, HxDyn d);

/** Calls with the elements of an array. */
HxDyn hx_closure_call(HxObject *closure, HxArray *args);
HxClosure *hx_closure_variadic(HxObject *closure);
int32_t hx_closure_same(HxObject *first, HxObject *second);

/* ---- Fields by name (reflect.c) ---- */

/** What a DynGet expression found last, so that it need not search for the next object of the same make. */
typedef struct HxFieldCache {
  /** A type, or a structure's constant table of names. */
  const void *key;
  uint32_t kind;
  uint32_t offset;
} HxFieldCache;

/**
 * DynGet: a stored field, else what the getter get_NAME returns, else a method as a closure, else null. `cache` may be
 * null. May throw, as DynSet may, which is a stored field, else set_NAME, else throws.
 */
HxDyn hx_dyn_get(HxObject *object, HxString *name, HxFieldCache *cache);
void hx_dyn_set(HxObject *object, HxString *name, HxDyn value);

HxArray *hx_reflect_fields(HxDyn object);
int32_t hx_reflect_has_field(HxDyn object, HxString *name);
/** As DynGet and DynSet without getters and setters. The second may throw. */
HxDyn hx_reflect_get(HxDyn object, HxString *name);
/** Null where the name is that of a method. */
HxDyn hx_reflect_variable(HxDyn object, HxString *name);
void hx_reflect_set(HxDyn object, HxString *name, HxDyn value);
int32_t hx_reflect_delete(HxDyn object, HxString *name);
/** Through `get_NAME` and `set_NAME` where there are those. Run the program. */
HxDyn hx_reflect_get_property(HxDyn object, HxString *name);
void hx_reflect_set_property(HxDyn object, HxString *name, HxDyn value);

/* ---- Class and Enum values (type_values.c) ---- */

HxObject *hx_type_class_of(HxDyn value);
HxString *hx_type_path(HxObject *type);
HxObject *hx_type_superclass(HxObject *type);
HxObject *hx_type_resolve(HxString *path);
HxObject *hx_type_resolve_enum(HxString *path);
int32_t hx_type_is_enum(HxObject *type);
int32_t hx_type_is_instance(HxDyn value, HxObject *type);
HxArray *hx_type_instance_fields(HxObject *type);
HxArray *hx_type_class_fields(HxObject *type);
/** Run the constructor, and none. Throw for an interface; null with a pending exception. */
HxObject *hx_type_create(HxObject *type, HxArray *args);
HxObject *hx_type_create_empty(HxObject *type);

/* ---- Enum values (enums.c) ---- */

int32_t hx_enum_index(HxObject *value);
HxDyn hx_enum_param(HxObject *value, int32_t param);
HxString *hx_enum_path(HxObject *value);
HxString *hx_enum_constructor(HxObject *value);
HxArray *hx_enum_params(HxObject *value);
HxObject *hx_enum_type(HxObject *value);
HxArray *hx_enum_constructors(HxObject *type);
int32_t hx_enum_arity(HxObject *type, int32_t index);
HxObject *hx_enum_create(HxObject *type, int32_t index, HxArray *args);

/* ---- Strings (strings.c, text_buffer.c) ---- */

HxString *hx_new_string(const uint16_t *units, int32_t length);
/** From ASCII, zero-terminated. */
HxString *hx_ascii(const char *text);
/** From UTF-8; a malformed sequence reads as U+FFFD. */
HxString *hx_string_from_utf8(const uint8_t *bytes, uint32_t count);
int32_t hx_string_length(HxString *text);
int32_t hx_string_char_code_at(HxString *text, int32_t index);
HxString *hx_string_concat(HxString *left, HxString *right);
HxString *hx_string_slice(HxString *text, int32_t start, int32_t end);
HxString *hx_string_from_char_code(int32_t code);
int32_t hx_string_index_of(HxString *text, HxString *part, int32_t from);
int32_t hx_string_last_index_of(HxString *text, HxString *part, int32_t from);
int32_t hx_string_compare(HxString *left, HxString *right);
/** Same text; null equals null only. */
int32_t hx_string_eq(HxString *left, HxString *right);
int32_t hx_string_hash(HxString *text);
HxString *hx_string_join(HxArray *parts, HxString *separator);
HxString *hx_string_from_int(int32_t value);
HxString *hx_string_from_float(double value);
double hx_string_parse_float(HxString *text);

/* ---- Arrays (arrays.c) ---- */

int32_t hx_array_length(HxArray *array);
/** Out of range gives null, or the kind's zero. */
HxDyn hx_array_get(HxArray *array, int32_t index);
int32_t hx_array_get_i32(HxArray *array, int32_t index);
double hx_array_get_f64(HxArray *array, int32_t index);
int32_t hx_array_get_bool(HxArray *array, int32_t index);
HxObject *hx_array_get_ref(HxArray *array, int32_t index);
/** Throws "Invalid array index" where the index is negative. */
void hx_array_set(HxArray *array, int32_t index, HxDyn value, HxDyn zero);
int32_t hx_array_push(HxArray *array, HxDyn value);
HxDyn hx_array_pop(HxArray *array);
HxArray *hx_array_filled(int32_t length, HxDyn value);
void hx_array_resize(HxArray *array, int32_t length, HxDyn zero);
HxArray *hx_array_slice(HxArray *array, int32_t start, int32_t end);
void hx_array_blit(HxArray *src, int32_t src_at, HxArray *dst, int32_t dst_at, int32_t count);

/* ---- Bytes (bytes.c) ---- */

HxBytes *hx_bytes_alloc(int32_t size);
int32_t hx_bytes_length(HxBytes *bytes);
/** 0 out of range. */
int32_t hx_bytes_get(HxBytes *bytes, int32_t at);
void hx_bytes_set(HxBytes *bytes, int32_t at, int32_t value);
int32_t hx_bytes_get_uint16(HxBytes *bytes, int32_t at);
void hx_bytes_set_uint16(HxBytes *bytes, int32_t at, int32_t value);
int32_t hx_bytes_get_int32(HxBytes *bytes, int32_t at);
void hx_bytes_set_int32(HxBytes *bytes, int32_t at, int32_t value);
double hx_bytes_get_float32(HxBytes *bytes, int32_t at);
void hx_bytes_set_float32(HxBytes *bytes, int32_t at, double value);
double hx_bytes_get_float64(HxBytes *bytes, int32_t at);
void hx_bytes_set_float64(HxBytes *bytes, int32_t at, double value);
void hx_bytes_blit(HxBytes *src, int32_t src_at, HxBytes *dst, int32_t dst_at, int32_t count);
void hx_bytes_fill(HxBytes *bytes, int32_t start, int32_t end, int32_t value);
HxBytes *hx_bytes_slice(HxBytes *bytes, int32_t start, int32_t end);
int32_t hx_bytes_compare(HxBytes *left, HxBytes *right);
HxBytes *hx_bytes_of_text(HxString *text);
HxString *hx_bytes_to_text(HxBytes *bytes, int32_t start, int32_t end);

/* ---- Numbers (numbers.c) ---- */

/** By zero 0; MIN % -1 is 0. */
int32_t hx_i32_mod(int32_t left, int32_t right);
/** C's fmod. */
double hx_f64_mod(double left, double right);
/** ECMAScript's ToInt32. */
int32_t hx_f64_to_int(double value);
double hx_f64_sqrt(double value);
double hx_f64_floor(double value);
double hx_f64_ceil(double value);
double hx_f64_abs(double value);
int32_t hx_f64_low_bits(double value);
int32_t hx_f64_high_bits(double value);
double hx_f64_from_bits(int32_t low, int32_t high);
int32_t hx_f64_to_float32_bits(double value);
double hx_f64_from_float32_bits(int32_t bits);

/* ---- Host (host.c) ---- */

void hx_host_print(HxString *text);
void hx_host_print_error(HxString *text);
/** Does not return. */
void hx_host_exit(int32_t status);
double hx_host_time(void);
double hx_host_now(void);
int32_t hx_host_zone_offset(double time);
HxArray *hx_host_args(void);
void hx_host_on_frame(HxObject *closure);
/** What runs the timers of a program without frames, and what a step of the others begins with. */
void hx_host_on_timers(HxObject *timers, HxObject *step);
void hx_host_on_return(HxObject *closure);
void hx_host_on_draw(HxObject *closure);
void hx_host_on_digest(HxObject *closure);
int32_t hx_host_key_down(int32_t code);
int32_t hx_host_width(void);
int32_t hx_host_height(void);
/** Null where there is no system. */
HxBytes *hx_host_system(HxBytes *request);
int32_t hx_host_seed(void);

/** Runs the timers where the program has asked for no frames. May leave a pending exception. */
void hx_run_timers(void);
/** Comes before control goes back to the host. */
void hx_before_return(void);
/** Has the program asked for frames? */
int32_t hx_has_frames(void);
/** Runs one fixed step, the drawing, the digest. 0 and a pending exception where the closure threw. */
int32_t hx_run_frame(double seconds);
int32_t hx_run_draw(double alpha);
/** The digest's text; "" where the program registered none; null with a pending exception. */
HxString *hx_run_digest(void);

/* ---- Assets (assets.c) ---- */

/** Adds an asset or, where one of that kind and name exists, replaces it; gives its handle. The bytes must stay. */
int32_t hx_asset_register(int32_t kind, const uint8_t *name, uint32_t name_length, const uint8_t *bytes, uint32_t size);
int32_t hx_asset_find(int32_t kind, HxString *name);
int32_t hx_asset_version(int32_t handle);
int32_t hx_asset_size(int32_t handle);
/** Throw "Asset read out of range". */
int32_t hx_asset_read_int(int32_t handle, int32_t offset);
double hx_asset_read_float32(int32_t handle, int32_t offset);
double hx_asset_read_float64(int32_t handle, int32_t offset);
HxString *hx_asset_read_string(int32_t handle, int32_t offset);

/* ---- Render commands (commands.c) ---- */

void hx_commands_int(int32_t word);
/** Written as a 32-bit float. */
void hx_commands_float(double value);
/** The words written since hx_commands_clear. */
const uint32_t *hx_commands_words(void);
uint32_t hx_commands_count(void);
void hx_commands_clear(void);

#endif
