/**
 * Prints the tables of docs/fpkg.md: `node asset_tools/fpkg/format_docs.ts`. They stand between two marker lines in
 * that file; a test keeps them equal to this output.
 */
import { codeTables, structs } from "./format.ts";
import { placeFields, type Struct, structSize } from "./struct.ts";

/** The generated part of docs/fpkg.md. */
export function formatTables(): string {
  const codes = Object.entries(codeTables).map(
    ([name, table]) =>
      `- \`${name}\`: ${Object.entries(table)
        .map(([code, value]) => `${value} ${code}`)
        .join(", ")}`,
  );
  return ["### Codes", "", ...codes, ...structs.flatMap(structLines), ""].join("\n");
}

function structLines(struct: Struct): string[] {
  return [
    "",
    `### ${struct.name} (${structSize(struct)} bytes)`,
    "",
    struct.doc,
    "",
    "| offset | type | field | meaning |",
    "| ---: | --- | --- | --- |",
    ...placeFields(struct).map((field) => {
      const type = field.count === undefined ? field.type : `${field.type}[${field.count}]`;
      return `| ${field.offset} | ${type} | ${field.name} | ${field.doc} |`;
    }),
  ];
}

if (import.meta.main) process.stdout.write(formatTables());
