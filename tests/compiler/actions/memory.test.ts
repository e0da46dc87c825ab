import test from "ava";
import { ActionMemory, digestOf, type Shelf } from "#compiler/actions/memory.ts";
import { runCompilerAction } from "#compiler/actions/run_action.ts";

const shelf: Shelf<string> = { name: "texts", heapPerByte: 10 };
const other: Shelf<string> = { name: "others", heapPerByte: 10 };

test("what was made once is given again", (t) => {
  const memory = new ActionMemory();
  t.is(
    memory.recall(shelf, "a", 1, () => "first"),
    "first",
  );
  t.is(
    memory.recall(shelf, "a", 1, () => "second"),
    "first",
  );
  t.is(
    memory.recall(other, "a", 1, () => "third"),
    "third",
  );
  t.like(memory.statistics(), { entries: 2, hits: 1, misses: 2, evictions: 0 });
});

test("the longest unused goes first", (t) => {
  const memory = new ActionMemory(3 * (100 * 10 + 200));
  for (const key of ["a", "b", "c"]) memory.recall(shelf, key, 100, () => key);
  memory.recall(shelf, "a", 100, () => "lost");
  memory.recall(shelf, "d", 100, () => "d");
  t.is(
    memory.recall(shelf, "a", 100, () => "lost"),
    "a",
  );
  t.is(
    memory.recall(shelf, "b", 100, () => "made again"),
    "made again",
  );
  t.is(memory.statistics().evictions, 2);
});

test("one result larger than the budget is kept while it is the newest", (t) => {
  const memory = new ActionMemory(1000);
  memory.recall(shelf, "small", 1, () => "small");
  memory.recall(shelf, "large", 1000, () => "large");
  t.is(
    memory.recall(shelf, "large", 1000, () => "lost"),
    "large",
  );
  t.is(memory.statistics().entries, 1);
});

test("a replaced result gives its room back", (t) => {
  const memory = new ActionMemory();
  memory.keep(shelf, "a", 100, "one");
  const { bytes } = memory.statistics();
  memory.keep(shelf, "a", 100, "two");
  t.is(memory.statistics().bytes, bytes);
});

test("digests tell contents apart", (t) => {
  t.is(digestOf(Buffer.from("a")), digestOf(Buffer.from("a")));
  t.not(digestOf(Buffer.from("a")), digestOf(Buffer.from("b")));
});

test("a process says what it keeps", async (t) => {
  const memory = new ActionMemory();
  memory.recall(shelf, "a", 1, () => "first");
  const files = { read: () => undefined, write: () => {} };
  const { output } = await runCompilerAction(["memory"], files, memory);
  t.deepEqual(JSON.parse(output), { ...memory.statistics() });
});
