/**
 * Exercises the heap as games and tools do; the first argument says how. Each prints what the test looks at.
 *
 * graph   Nodes are made, linked and dropped at random while collection goes on between frames; what is reachable is
 *         checked against what was stored.
 * cycles  Only cyclic garbage, without frames: prints the bytes in use early and late.
 * pause   A world of 1.57 million objects of which 19,200 a frame are replaced (W2 of the memory study): prints the
 *         longest step in milliseconds, of the processor's time and of the clock's.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "collect.h"
#include "inline.h"

typedef struct Node {
  HxObject object;
  HxObject *left;
  HxObject *right;
  HxDyn extra;
  int32_t id;
  /** Of what the links lead to. */
  int32_t left_id, right_id;
} Node;

static const uint32_t ref_offsets[] = {offsetof(Node, left), offsetof(Node, right)};
static const uint32_t dyn_offsets[] = {offsetof(Node, extra)};
static const HxType node_type = {
    .object = {&hx_type_type},
    .shape = HX_SHAPE_INSTANCE,
    .size = sizeof(Node),
    .ref_offsets = ref_offsets,
    .dyn_offsets = dyn_offsets,
    .ref_count = 2,
    .dyn_count = 1,
};

static uint32_t seed = 1;

static uint32_t next_random(uint32_t below) {
  seed = seed * 1664525u + 1013904223u;
  return (seed >> 8) % below;
}

static Node *new_node(void) {
  static int32_t last_id;
  Node *node = (Node *)hx_allocate_cell(&node_type, sizeof(Node));
  node->id = ++last_id;
  node->extra = hx_inline_from_f64(last_id);
  return node;
}

static void set_left(Node *node, Node *to) {
  hx_inline_set_ref(&node->left, (HxObject *)to);
  node->left_id = to == NULL ? 0 : to->id;
}

static void set_right(Node *node, Node *to) {
  hx_inline_set_ref(&node->right, (HxObject *)to);
  node->right_id = to == NULL ? 0 : to->id;
}

/* ---- graph ---- */

#define SLOTS 4000

static HxArray *world;

static Node *node_at(uint32_t slot) {
  return (Node *)hx_inline_array_get_ref(world, (int32_t)slot);
}

static void fail(const char *what) {
  printf("broken: %s\n", what);
  exit(1);
}

static void check_node(const Node *node, int depth) {
  if (node == NULL) return;
  const Node *left = (const Node *)node->left;
  const Node *right = (const Node *)node->right;
  if (node->object.type != &node_type) fail("a reachable node was freed");
  if (node->left_id != (left == NULL ? 0 : left->id)) fail("left leads elsewhere");
  if (node->right_id != (right == NULL ? 0 : right->id)) fail("right leads elsewhere");
  if (node->extra != hx_inline_from_f64(node->id)) fail("a field changed");
  if (depth == 0) return;
  check_node(left, depth - 1);
  check_node(right, depth - 1);
}

static void change_world(void) {
  Node *node = new_node();
  set_left(node, node_at(next_random(SLOTS)));
  set_right(node, node_at(next_random(SLOTS)));
  hx_inline_array_set(world, (int32_t)next_random(SLOTS), hx_inline_from_ref(node), HX_NULL);
  Node *other = node_at(next_random(SLOTS));
  if (other != NULL) set_left(other, node_at(next_random(SLOTS)));
  Node *cut = node_at(next_random(SLOTS));
  if (cut != NULL) set_right(cut, NULL);
  // Makes garbage of many sizes beside the nodes.
  hx_new_array((int32_t)next_random(40), (HxDyn[40]){HX_NULL});
  if (next_random(500) == 0) hx_array_filled(20000, HX_NULL);
}

static void run_graph(void) {
  world = hx_new_array(0, NULL);
  hx_hold(&world->object);
  hx_array_resize(world, SLOTS, HX_NULL);
  hx_host_on_frame(&world->object);
  for (int frame = 0; frame < 1500; frame++) {
    for (int change = 0; change < 400; change++) change_world();
    hx_collect_between_frames(0.00005);
    for (int look = 0; look < 50; look++) check_node(node_at(next_random(SLOTS)), 6);
  }
  for (uint32_t slot = 0; slot < SLOTS; slot++) check_node(node_at(slot), 4);
  printf("cycles %u\n", hx_cycle_count());
}

/* ---- cycles ---- */

static long megabytes_in_use(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

static void make_cyclic_garbage(void) {
  for (int count = 0; count < 20000; count++) {
    Node *first = new_node();
    Node *second = new_node();
    set_left(first, second);
    set_left(second, first);
    second->extra = hx_inline_from_ref(hx_new_array(1, (HxDyn[]){hx_inline_from_ref(first)}));
  }
}

static void run_cycles(void) {
  for (int round = 0; round < 20; round++) make_cyclic_garbage();
  long early = megabytes_in_use();
  for (int round = 0; round < 300; round++) make_cyclic_garbage();
  printf("early %ld late %ld\n", early, megabytes_in_use());
}

/* ---- pause ---- */

#define UNITS 65536
#define PARTS 23
#define REPLACED 800

static Node *new_unit(void) {
  Node *unit = new_node();
  for (int part = 0; part < PARTS; part++) {
    Node *child = new_node();
    set_right(child, unit);
    set_left(child, (Node *)unit->left);
    set_left(unit, child);
  }
  return unit;
}

static double processor_milliseconds(void) {
  return (double)clock() * 1000.0 / CLOCKS_PER_SEC;
}

static void run_pause(void) {
  double longest = 0;
  world = hx_new_array(0, NULL);
  hx_hold(&world->object);
  hx_array_resize(world, UNITS, HX_NULL);
  for (int32_t unit = 0; unit < UNITS; unit++)
    hx_inline_array_set(world, unit, hx_inline_from_ref(new_unit()), HX_NULL);
  hx_host_on_frame(&world->object);
  for (int frame = 0; frame < 600; frame++) {
    for (int count = 0; count < REPLACED; count++)
      hx_inline_array_set(world, (int32_t)next_random(UNITS), hx_inline_from_ref(new_unit()), HX_NULL);
    double start = processor_milliseconds();
    hx_collect_between_frames(0.0005);
    double step = processor_milliseconds() - start;
    if (step > longest) longest = step;
  }
  printf("longest %.3f by the clock %.3f cycles %u live %zu MB in use %ld MB\n", longest, hx_longest_pause() * 1000,
         hx_cycle_count(), hx_live_bytes() >> 20, megabytes_in_use());
}

static const char *what;

static void run(void) {
  if (strcmp(what, "graph") == 0) run_graph();
  if (strcmp(what, "cycles") == 0) run_cycles();
  if (strcmp(what, "pause") == 0) run_pause();
}

__attribute__((noinline)) static int start(void) {
  static const HxProgram program = {.run = run};
  return hx_start(&program, __builtin_frame_address(0));
}

int main(int count, char **arguments) {
  what = count > 1 ? arguments[1] : "graph";
  return start();
}
