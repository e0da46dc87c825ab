import test from "ava";
import { importObj } from "#asset_tools/mesh/obj/import_obj.ts";
import { parseObj } from "#asset_tools/mesh/obj/parse_obj.ts";
import type { Model } from "#asset_tools/model/model.ts";

/** How many damaged files; a nightly run asks for more. */
const FUZZ_ROUNDS = 4000 * Number(process.env["FUZZ_FACTOR"] ?? "1");

function read(obj: string): Model {
  const { value, diagnostics } = importObj(Buffer.from(obj), "m.obj");
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return value;
}

function problemsOf(obj: string): string[] {
  const { diagnostics } = importObj(Buffer.from(obj), "m.obj");
  return diagnostics.map(({ code, line, column, length }) => `${code} ${line}:${column}+${length}`);
}

/** Positions of the corners of all triangles of a file with one primitive. */
function corners(obj: string): number[][] {
  const [primitive] = read(obj).meshes[0]?.primitives ?? [];
  if (primitive === undefined) throw new Error("no primitive");
  const { indices, positions } = primitive;
  return Array.from(indices, (index) => [...positions.slice(index * 3, index * 3 + 3)]);
}

const TRIANGLE = "v 0 0 0\nv 1 0 0\nv 0 1 0\n";

test("negative indices count back from where they stand", (t) => {
  t.deepEqual(corners(`${TRIANGLE}f -3 -2 -1\nv 9 9 9\n`), corners(`${TRIANGLE}f 1 2 3\n`));
});

test("all forms of corners", (t) => {
  const lists = `${TRIANGLE}vt 0.25 0.75\nvn 0 0 1\n`;
  const of = (face: string) => read(`${lists}${face}\n`).meshes[0]?.primitives[0];
  t.deepEqual(of("f 1/1/1 2/1/1 3/1/1")?.uvs, [
    Float32Array.of(0.25, 0.25, 0.25, 0.25, 0.25, 0.25),
  ]);
  t.deepEqual(of("f 1//1 2//1 3//1")?.uvs, []);
  t.deepEqual(of("f 1/1 2/1 3/1"), of("f 1/1/1 2/1/1 3/1/1"));
  t.deepEqual(of("f\t1/1 2/1\t3/1 \r"), of("f 1/1 2/1 3/1"));
});

test("numbers in all forms, comments, continued lines, blank lines, CRLF", (t) => {
  const obj =
    "# c:\\models\\\r\n\r\n  v 1e-1 +.5 -2.\r\nv 1 \\\r\n 0 0 # a comment\r\nv 0.12345678901234568 1E2 -0\r\nf 1 2 \\\r\n3";
  t.deepEqual(corners(obj), [
    [Math.fround(0.1), 0.5, -2],
    [1, 0, 0],
    [Math.fround(0.12345678901234568), 100, 0],
  ]);
});

test("the kernel's numbers are the nearest floats", (t) => {
  let state = 3;
  const random = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const texts = ["0", "-0", "1e-60", "123456789012345678901234567890", "3.4028234663852886e38"];
  while (texts.length < 3000) {
    const digits = Array.from({ length: 1 + random(20) }, () => random(10)).join("");
    const point = random(digits.length + 1);
    const exponent = random(2) === 0 ? "" : `e${random(60) - 40}`;
    texts.push(
      `${random(2) === 0 ? "-" : ""}${digits.slice(0, point)}.${digits.slice(point)}${exponent}`,
    );
  }
  const finite = texts.filter((text) => Number.isFinite(Math.fround(Number(text))));
  const lines = finite.map((text) => `v ${text} 0 0\n`).join("");
  const { obj } = parseObj(Buffer.from(`${lines}f 1 2 3\n`), "m.obj");
  t.deepEqual(
    Array.from(finite, (_, at) => obj.positions[at * 3]),
    finite.map((text) => Math.fround(Number(text)) + 0),
  );
});

test("lists, runs and faces are the same however long the file is", (t) => {
  // More than a window of the kernel's, with a line that is longer than one.
  const long = `# ${"x".repeat(200_000)}\n`;
  const lines: string[] = [];
  for (let at = 0; at < 9000; at++) {
    lines.push(`v ${at} 0 0`, `vt 0 ${at}`, `vn 0 1 ${at}`);
    if (at % 1000 === 0) lines.push(`usemtl m${at}`, long.trim());
    if (at >= 2) lines.push("f -1/-1/-1 -2/-2/-2 -3/-3/-3");
  }
  const { obj, diagnostics } = parseObj(Buffer.from(lines.join("\n")), "m.obj");
  t.deepEqual(diagnostics, []);
  t.is(obj.positions.length, 27000);
  t.deepEqual([...obj.positions.slice(-3)], [8999, 0, 0]);
  t.deepEqual([...obj.uvs.slice(-2)], [0, 8999]);
  t.deepEqual([...obj.normals.slice(-3)], [0, 1, 8999]);
  t.deepEqual([...obj.corners.slice(-9)], [8999, 8999, 8999, 8998, 8998, 8998, 8997, 8997, 8997]);
  t.deepEqual(
    obj.runs.map(({ firstFace, material }) => [firstFace, material]),
    Array.from({ length: 9 }, (_, at) => [Math.max(0, at * 1000 - 2), `m${at * 1000}`]),
  );
});

/** Twice the area of each triangle in the plane z = 0; negative where it goes round the other way. */
function doubleAreas(points: number[][]): number[] {
  return Array.from({ length: points.length / 3 }, (_, at) => {
    const [a, b, c] = points.slice(at * 3, at * 3 + 3) as [number[], number[], number[]];
    const side = (to: number[], axis: number): number => (to[axis] as number) - (a[axis] as number);
    return side(b, 0) * side(c, 1) - side(b, 1) * side(c, 0);
  });
}

test("concave polygons are covered once", (t) => {
  const shapes: Record<string, number[][]> = {
    arrow: [
      [0, 0],
      [2, 2],
      [0, 1],
      [-2, 2],
    ],
    arrowTurned: [
      [2, 2],
      [0, 1],
      [-2, 2],
      [0, 0],
    ],
    stairs: [
      [0, 0],
      [3, 0],
      [3, 1],
      [2, 1],
      [2, 2],
      [1, 2],
      [1, 3],
      [0, 3],
    ],
    comb: [
      [0, 0],
      [7, 0],
      [7, 3],
      [6, 3],
      [6, 1],
      [4, 1],
      [4, 3],
      [3, 3],
      [3, 1],
      [1, 1],
      [1, 3],
      [0, 3],
    ],
    withHole: [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
      [1, 1],
      [1, 3],
      [3, 3],
      [3, 1],
      [1, 1],
    ],
  };
  const areas = { arrow: 4, arrowTurned: 4, stairs: 12, comb: 26, withHole: 24 };
  for (const [name, shape] of Object.entries(shapes)) {
    const lines = shape.map(([x, y]) => `v ${x} ${y} 0\n`).join("");
    const found = doubleAreas(corners(`${lines}f ${shape.map((_, at) => at + 1).join(" ")}\n`));
    t.is(found.length, shape.length - 2, name);
    t.true(
      found.every((area) => area >= 0),
      name,
    );
    t.is(
      found.reduce((sum, area) => sum + area, 0),
      areas[name as keyof typeof areas],
      name,
    );
  }
});

test("objects are meshes, groups where there are no objects", (t) => {
  const objects = `${TRIANGLE}g ignored\nf 1 2 3\no Door\ng panel\nf 1 2 3\no Wall\nf 1 3 2\no Door\nf 2 3 1\n`;
  const names = (obj: string) => read(obj).meshes.map(({ name }) => name);
  t.deepEqual(names(objects), ["ignored", "Door", "Wall"]);
  t.deepEqual(names(`${TRIANGLE}f 1 2 3\ng left\nf 1 2 3\ng\nf 1 2 3\n`), ["", "left"]);
  t.is(read(objects).meshes[1]?.primitives[0]?.indices.length, 6);
});

test("colors with and without alpha, and a weight that is none", (t) => {
  const colorsOf = (obj: string) =>
    read(`${obj}v 1 0 0\nv 0 1 0\nf 1 2 3\n`).meshes[0]?.primitives[0]?.colors;
  t.deepEqual(colorsOf("v 0 0 0 1\n"), []);
  t.deepEqual([...(colorsOf("v 0 0 0 0 0 1\n")?.[0] ?? [])].slice(0, 8), [0, 0, 1, 1, 1, 1, 1, 1]);
  t.deepEqual(colorsOf("v 0 0 0 0 0 1 0.5\n"), colorsOf("v 0 0 0 0 0 1\n"));
  t.deepEqual(problemsOf("v 0 0 0 0 1\n"), ["AS2002 1:1+11"]);
});

test("errors stand at their line and column", (t) => {
  t.deepEqual(problemsOf("v 1 2\n"), ["AS2002 1:1+5"]);
  t.deepEqual(problemsOf("v 1 x 2\n"), ["AS2001 1:5+1"]);
  t.deepEqual(problemsOf("v 1 1e99 2\n"), ["AS2001 1:5+4"]);
  t.deepEqual(problemsOf("v 0 0 0\nf 1 1 2\n"), ["AS2003 2:7+1"]);
  t.deepEqual(problemsOf("v 0 0 0\nf 1 1/2 1\n"), ["AS2003 2:7+1"]);
  t.deepEqual(problemsOf("v 0 0 0\nf 1 -2 1\n"), ["AS2003 2:5+2"]);
  t.deepEqual(problemsOf("v 0 0 0\nf 1 1\n"), ["AS2004 2:1+5"]);
  t.deepEqual(problemsOf(`v 0 0 0\nf${" 1".repeat(4097)}\n`), ["AS2011 2:1+8195"]);
  t.is(corners(`v 0 0 0\nf${" 1".repeat(4096)}\n`).length, 4094 * 3);
  t.deepEqual(problemsOf("v 0 0 0\nf 1 a 1\n"), ["AS2005 2:5+1"]);
  t.deepEqual(problemsOf("v 0 0 0\nf 1 1/ 1\n"), ["AS2005 2:5+2"]);
  t.deepEqual(problemsOf("v 0 0 0\nf 1 0 1\n"), ["AS2008 2:5+1"]);
  t.deepEqual(problemsOf("  fase 1 2 3\n"), ["AS2007 1:3+4"]);
  t.deepEqual(problemsOf("s smooth\n"), ["AS2010 1:3+6"]);
  t.deepEqual(problemsOf("# empty\n"), ["AS2006 0:0+0"]);
  t.deepEqual(problemsOf(""), ["AS2006 0:0+0"]);
  t.deepEqual(problemsOf("v x\nv y\n"), ["AS2001 1:3+1", "AS2001 2:3+1"]);
  t.is(problemsOf("v x\n".repeat(100)).length, 20);
  const wrong = "v 0 0\nv 0 0 0\nv 0 0 0\nvt x\nvn 0\nf 1/1/1 2/1/1 3/1/1\n";
  t.deepEqual(problemsOf(wrong), ["AS2002 1:1+5", "AS2001 4:4+1", "AS2002 5:1+4"]);
});

test("a long line is read, and a long word is cut in its message", (t) => {
  const blanks = " ".repeat(200_000);
  t.deepEqual(corners(`v 0 0 0${blanks}\nv 1 ${blanks} 0 0\nv 0 1 0\nf 1 2${blanks}3`), [
    [0, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
  ]);
  const { diagnostics } = importObj(Buffer.from(`v ${"x".repeat(1_000_000)} 0 0\n`), "m.obj");
  t.true((diagnostics[0]?.message.length ?? 0) < 120);
});

test("lines and points are skipped with one warning each", (t) => {
  const { value, diagnostics } = importObj(
    Buffer.from(`${TRIANGLE}l 1 2\nl 2 3\np 1\nf 1 2 3\n`),
    "m",
  );
  t.deepEqual(
    diagnostics.map(({ code, severity }) => [code, severity]),
    [
      ["AS2009", "warning"],
      ["AS2009", "warning"],
    ],
  );
  t.is(value?.meshes[0]?.primitives[0]?.indices.length, 3);
});

test("damaged files give diagnostics, nothing else", (t) => {
  const base = Buffer.from(
    `${TRIANGLE}v 1 1 0 0.5 0.5 0.5\nvt 0 1\nvn 0 0 1\ns 1\nusemtl a\no part\nf 1/1/1 2/1/1 3//1 4\nf 1 2 -1 \\\n-2 3\n`,
  );
  let state = 7;
  const random = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let round = 0; round < FUZZ_ROUNDS; round++) {
    const bytes = Uint8Array.from(
      base.subarray(0, random(6) === 0 ? random(base.length) : base.length),
    );
    for (let edit = random(5); edit > 0 && bytes.length > 0; edit--) {
      const value = random(2) === 0 ? random(256) : "0123456789/-. \n\\vfe".charCodeAt(random(19));
      bytes[random(bytes.length)] = value;
    }
    const { value, diagnostics } = importObj(bytes, "m.obj");
    t.true(value !== undefined || diagnostics.length > 0);
    for (const { positions, indices } of value?.meshes.flatMap((mesh) => mesh.primitives) ?? [])
      t.true(
        positions.every(Number.isFinite) && indices.every((index) => index * 3 < positions.length),
      );
  }
});
