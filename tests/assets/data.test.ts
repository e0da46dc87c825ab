/** Files for code come through as they are, once they are what they are said to be. */
import test from "ava";
import { compileData, MAX_DATA_BYTES } from "#asset_tools/data/compile_data.ts";
import { decodeData, encodeData } from "#asset_tools/fpkg/data_blob.ts";
import { FpkgError } from "#asset_tools/fpkg/fpkg_error.ts";
import type { DataFormatChoice } from "#asset_tools/package_xml/data_definition.ts";
import { Random } from "#tests/compiler/parser/random.ts";

function compile(content: string | Uint8Array, file: string, format: DataFormatChoice = "auto") {
  return compileData(Buffer.from(content), file, format);
}

function problemOf(content: string | Uint8Array, file: string): string | undefined {
  const [problem] = compile(content, file).diagnostics;
  return problem && `${problem.code} ${problem.line}:${problem.column} ${problem.message}`;
}

test("the bytes of a file come back, whatever their number", (t) => {
  for (const size of [0, 1, 3, 4, 5, 1000]) {
    const content = Uint8Array.from({ length: size }, (_, at) => (at * 7) & 255);
    const blob = compile(content, "level.bin").value as Uint8Array;
    t.deepEqual(decodeData(blob), { format: "bytes", content });
    t.is(blob.length % 4, 0);
  }
});

test("the name of the file says what it is, the format says it better", (t) => {
  const formatOf = (file: string, format?: DataFormatChoice): string =>
    decodeData(compile("[1]", file, format).value as Uint8Array).format;
  t.is(formatOf("waves.json"), "json");
  t.is(formatOf("names.TXT"), "text");
  t.is(formatOf("names.dat"), "bytes");
  t.is(formatOf("names.dat", "text"), "text");
  t.is(formatOf("waves.json", "bytes"), "bytes");
});

test("text is UTF-8", (t) => {
  t.is(problemOf("gr\u00fc\u00df \u{1F600}", "a.txt"), undefined);
  t.is(
    problemOf(Uint8Array.of(97, 98, 0xe9, 99), "a.txt"),
    "AS9001 0:0 File is not UTF-8 text: byte 3 fits nowhere",
  );
  t.is(
    problemOf(Uint8Array.of(97, 0xe2, 0x82), "a.txt"),
    "AS9001 0:0 File is not UTF-8 text: byte 3 fits nowhere",
  );
  t.is(
    problemOf(Uint8Array.of(0xff), "a.txt"),
    "AS9001 0:0 File is not UTF-8 text: byte 0 fits nowhere",
  );
});

test("JSON is well-formed", (t) => {
  t.is(problemOf('\uFEFF{"a": [1, 2]}', "a.json"), undefined);
  t.is(
    problemOf('{\n  "a": 1,\n}', "a.json"),
    "AS9002 3:1 File is not JSON: `}` is not expected here",
  );
  t.is(
    problemOf('{"a": [1', "a.json"),
    "AS9002 1:9 File is not JSON: the end is not expected here",
  );
  t.is(problemOf("", "a.json"), "AS9002 1:1 File is not JSON: the end is not expected here");
});

test("a file over the limit is refused", (t) => {
  t.is(compile(new Uint8Array(MAX_DATA_BYTES + 1), "a.bin").diagnostics[0]?.code, "AS9003");
});

test("damaged blobs are refused or read, and never more than they hold", (t) => {
  const valid = encodeData({ format: "text", content: Buffer.from("some words") });
  const random = new Random(5);
  for (let round = 0; round < 2000; round++) {
    const bytes = valid.slice(0, random.below(8) === 0 ? random.below(valid.length) : valid.length);
    for (let edit = random.below(3); edit >= 0 && bytes.length > 0; edit--)
      bytes[random.below(bytes.length)] = random.below(256);
    try {
      t.true(decodeData(bytes).content.length <= bytes.length);
    } catch (error) {
      if (!(error instanceof FpkgError)) throw error;
    }
  }
});
