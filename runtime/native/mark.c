#include "mark.h"

#include "inline.h"

/** An object to trace, from its `from`th reference on. */
typedef struct Pending {
  HxObject *object;
  uint32_t from;
} Pending;

/** The mark stack: segments of one block each, the fullest last. */
typedef struct Segment Segment;
#define SEGMENT_ENTRIES ((HX_BLOCK_SIZE - 2 * sizeof(void *)) / sizeof(Pending))
struct Segment {
  Segment *below;
  size_t count;
  Pending entries[SEGMENT_ENTRIES];
};

/** A long array is traced in pieces of this many elements, so that one step stays short. */
#define PIECE 512u

int32_t hx_marking;
size_t hx_marked_bytes;
static Segment *top;
/** References looked at in this step. */
static uint32_t looked_at;

static void push(HxObject *object, uint32_t from) {
  if (top == NULL || top->count == SEGMENT_ENTRIES) {
    Segment *segment = hx_take_scratch_block();
    segment->below = top;
    segment->count = 0;
    top = segment;
  }
  top->entries[top->count++] = (Pending){object, from};
}

static bool pop(Pending *pending) {
  if (top == NULL) return false;
  if (top->count == 0) {
    Segment *empty = top;
    top = empty->below;
    hx_give_back_scratch_block(empty);
    return pop(pending);
  }
  *pending = top->entries[--top->count];
  return true;
}

static bool has_references(const HxType *type) {
  return type->shape != HX_SHAPE_TEXT_BUFFER && type->shape != HX_SHAPE_BYTES &&
         (type->shape != HX_SHAPE_INSTANCE || type->ref_count + type->dyn_count != 0);
}

void hx_shade(HxObject *object) {
  if (!hx_in_heap(object)) return;
  HxBlock *block = hx_block_of(object);
  hx_use_marks(block);
  uint32_t granule = hx_granule_of(object);
  uint64_t bit = UINT64_C(1) << (granule % 64);
  if (block->marks[granule / 64] & bit) return;
  block->marks[granule / 64] |= bit;
  hx_marked_bytes += block->cell_size;
  if (has_references(object->type)) push(object, 0);
}

void hx_shade_dyn(HxDyn value) {
  if (value > HX_NULL) hx_shade(hx_inline_ref(value));
}

void hx_shade_word(uint64_t word) {
  uint64_t tag = word & ~HX_ADDRESS_MASK;
  if (tag != 0 && tag != HX_REF_TAG) return;
  HxObject *object = hx_find_object((uintptr_t)(word & HX_ADDRESS_MASK));
  if (object != NULL) hx_shade(object);
}

static void shade_dyns(const HxDyn *values, uint32_t count) {
  looked_at += count;
  for (uint32_t index = 0; index < count; index++) hx_shade_dyn(values[index]);
}

/** The object whose payload begins at the address; payloads of text buffers, elements and names are so found. */
static void shade_payload(const void *payload, size_t header) {
  if (hx_in_heap(payload)) hx_shade((HxObject *)((uintptr_t)payload - header));
}

static void trace_string(HxString *text) {
  if (text->units != text->own) shade_payload(text->units, offsetof(HxTextBuffer, units));
}

static void trace_elements(HxElements *elements, uint32_t from) {
  uint32_t count = elements->capacity - from;
  if (count > PIECE) {
    push(&elements->object, from + PIECE);
    count = PIECE;
  }
  shade_dyns(elements->values + from, count);
}

static void trace_names(HxNames *names) {
  looked_at += names->capacity;
  for (uint32_t index = 0; index < names->capacity; index++) hx_shade((HxObject *)names->names[index]);
}

static void trace_structure(HxStructure *structure) {
  shade_payload(structure->names, offsetof(HxNames, names));
  if (structure->values == structure->own) {
    shade_dyns(structure->own, (uint32_t)structure->count);
  } else {
    shade_payload(structure->values, offsetof(HxElements, values));
  }
}

static void trace_instance(HxObject *object) {
  const HxType *type = object->type;
  uint8_t *base = (uint8_t *)object;
  looked_at += type->ref_count + type->dyn_count;
  for (uint32_t index = 0; index < type->ref_count; index++)
    hx_shade(*(HxObject **)(void *)(base + type->ref_offsets[index]));
  for (uint32_t index = 0; index < type->dyn_count; index++)
    hx_shade_dyn(*(HxDyn *)(void *)(base + type->dyn_offsets[index]));
}

static void trace(HxObject *object, uint32_t from) {
  switch (object->type->shape) {
    case HX_SHAPE_STRING:
      trace_string((HxString *)object);
      break;
    case HX_SHAPE_ARRAY:
      shade_payload(((HxArray *)object)->values, offsetof(HxElements, values));
      break;
    case HX_SHAPE_ELEMENTS:
      trace_elements((HxElements *)object, from);
      break;
    case HX_SHAPE_CLOSURE:
      shade_dyns(((HxClosure *)object)->captures, ((HxClosure *)object)->capture_count);
      break;
    case HX_SHAPE_CELL:
      hx_shade_dyn(((HxCell *)object)->value);
      break;
    case HX_SHAPE_INSTANCE:
      trace_instance(object);
      break;
    case HX_SHAPE_ENUM_VALUE:
      shade_dyns(((HxEnumValue *)object)->args, object->type->field_count);
      break;
    case HX_SHAPE_STRUCTURE:
      trace_structure((HxStructure *)object);
      break;
    case HX_SHAPE_NAMES:
      trace_names((HxNames *)object);
      break;
    default:
      break;
  }
}

bool hx_mark_some(uint32_t references) {
  Pending pending;
  for (looked_at = 0; looked_at < references; looked_at++) {
    if (!pop(&pending)) return false;
    trace(pending.object, pending.from);
  }
  return true;
}
