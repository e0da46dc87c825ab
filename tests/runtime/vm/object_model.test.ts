import { setFlagsFromString } from "node:v8";
import test from "ava";
import type { ClassMetadata, FieldMetadata } from "#compiler/bytecode/metadata.ts";
import type { ClassRecord, Instance } from "#runtime/vm/object_model.ts";
import { TypeRegistry } from "#runtime/vm/type_registry.ts";

setFlagsFromString("--allow-natives-syntax");
const haveSameMap = new Function("a", "b", "return %HaveSameMap(a, b)") as (
  a: object,
  b: object,
) => boolean;
const hasFastProperties = new Function("a", "return %HasFastProperties(a)") as (
  a: object,
) => boolean;

function described(
  path: string,
  superclass: string | null,
  fields: readonly FieldMetadata[],
): ClassMetadata {
  return {
    path,
    form: "class",
    superclass,
    interfaces: [],
    fields,
    statics: [],
    methods: [],
    implementations: [],
    constructor: null,
    staticInit: null,
  };
}

const speed: FieldMetadata = { name: "speed", kind: "f64", haxeType: "Float" };
const name: FieldMetadata = { name: "name", kind: "ref", haxeType: "String" };
const lives: FieldMetadata = { name: "lives", kind: "i32", haxeType: "Int" };

function make(record: ClassRecord): Instance {
  return new (record.slots["$new"] as unknown as new () => Instance)();
}

/** What hot reload does to an instance: appends what it lacks, in the order of the layout. */
function migrate(instance: Instance): void {
  for (const slot of instance.$class.layout) if (!(slot.name in instance)) instance[slot.name] = 0;
}

test("instances have every field from the start, in the order of the layout", (t) => {
  const types = new TypeRegistry();
  types.declare([described("B", "A", [name]), described("A", null, [speed, lives])], []);
  t.deepEqual(Object.entries(make(types.class("B"))), [
    ["$mark", 0],
    ["speed", 0],
    ["lives", 0],
    ["name", null],
  ]);
});

test("whole numbers in a Float field do not change the hidden class", (t) => {
  const types = new TypeRegistry();
  types.declare([described("A", null, [speed])], []);
  const [first, second] = [make(types.class("A")), make(types.class("A"))];
  first["speed"] = 3;
  second["speed"] = 0.25;
  t.true(haveSameMap(first, second));
});

test("a migrated instance and one made after the change have one hidden class", (t) => {
  const types = new TypeRegistry();
  types.declare([described("A", null, [speed]), described("B", "A", [name])], []);
  const record = types.class("B");
  const old = make(record);
  const change = types.update(described("A", null, [speed, lives]));
  t.deepEqual(
    change.added.map((slot) => slot.name),
    ["lives"],
  );
  t.deepEqual(
    record.layout.map((slot) => slot.name),
    ["speed", "name", "lives"],
  );
  migrate(old);
  const young = make(record);
  t.deepEqual(Object.keys(young), Object.keys(old));
  t.true(haveSameMap(old, young));
  t.true(hasFastProperties(young));
});

test("a removed field is a tombstone, and comes back in its old place", (t) => {
  const types = new TypeRegistry();
  types.declare([described("A", null, [speed, lives])], []);
  const record = types.class("A");
  t.deepEqual(
    types.update(described("A", null, [lives])).removed.map((slot) => slot.name),
    ["speed"],
  );
  t.deepEqual(
    record.layout.map((slot) => [slot.name, slot.removed]),
    [
      ["speed", true],
      ["lives", false],
    ],
  );
  t.deepEqual(
    types.update(described("A", null, [lives, speed])).added.map((slot) => slot.name),
    ["speed"],
  );
  t.deepEqual(Object.keys(make(record)), ["$mark", "speed", "lives"]);
});

test("a retyped field is named", (t) => {
  const types = new TypeRegistry();
  types.declare([described("A", null, [lives])], []);
  const change = types.update(described("A", null, [{ ...lives, kind: "f64", haxeType: "Float" }]));
  t.deepEqual(
    change.retyped.map((slot) => [slot.name, slot.kind]),
    [["lives", "f64"]],
  );
});

test("another superclass gives old instances its methods and new ones its fields", (t) => {
  const types = new TypeRegistry();
  types.declare(
    [described("A", null, [speed]), described("B", null, [name]), described("C", "A", [lives])],
    [],
  );
  const old = make(types.class("C"));
  types.update(described("C", "B", [lives]));
  t.true(types.class("C").ancestors.has("B"));
  t.false(types.class("C").ancestors.has("A"));
  t.true(Object.prototype.isPrototypeOf.call(types.class("B").prototype, old));
  t.deepEqual(Object.keys(make(types.class("C"))), ["$mark", "speed", "lives", "name"]);
});

test("nothing of JavaScript's own is inherited", (t) => {
  const types = new TypeRegistry();
  types.declare([described("A", null, [])], []);
  for (const object of [make(types.class("A")), types.slots("A"), types.statics("A")]) {
    t.false("constructor" in object);
    t.false("toString" in object);
    t.true(hasFastProperties(object));
  }
});
