/** The Unicode data of the standard library is current. */
import { readFileSync } from "node:fs";
import test from "ava";
import { unicodeTablesSource } from "#runtime/std/unicode_tables.ts";

test("the tables of Unicode are what their generator writes", (t) => {
  const file = "runtime/std/haxe/internal/unicode/UnicodeTables.hx";
  t.is(readFileSync(file, "utf8"), unicodeTablesSource());
});
