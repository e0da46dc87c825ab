import test from "ava";
import { runAssetAction } from "#asset_tools/actions/asset_action.ts";
import type { Diagnostic, Outcome } from "#asset_tools/document/diagnostic.ts";
import { decodeShader, type Shader } from "#asset_tools/fpkg/shader_blob.ts";
import { NO_VARIANTS } from "#asset_tools/package_xml/shader_definition.ts";
import { compileShader } from "#asset_tools/shader/compile_shader.ts";
import { expandIncludes, type ShaderFile } from "#asset_tools/shader/expand_includes.ts";
import { tokenize } from "#asset_tools/shader/glsl_tokens.ts";

const STAGES = `#ifdef VERTEX
in vec3 position;
void main() { gl_Position = vec4(position, 1.0); }
#endif
#ifdef FRAGMENT
out vec4 color;
void main() { color = light(); }
#endif
`;

/** Compiles `demo:shaders/main.glsl`; the other files are by `package:path`, and lie at `disk/package/path`. */
function compile(
  text: string,
  files: Readonly<Record<string, string>>,
): Promise<Outcome<Uint8Array>> {
  const includes = new Map<string, ShaderFile>(
    Object.entries(files).map(([name, content]) => [
      name,
      { file: `disk/${name.replace(":", "/")}`, bytes: Buffer.from(content) },
    ]),
  );
  const options = { name: "demo:shaders/main.glsl", includes, variants: NO_VARIANTS };
  return compileShader(Buffer.from(text), "disk/demo/shaders/main.glsl", options);
}

async function shaderOf(text: string, files: Readonly<Record<string, string>>): Promise<Shader> {
  const { value, diagnostics } = await compile(text, files);
  if (value === undefined) throw new Error(diagnostics[0]?.message);
  return decodeShader(value);
}

const places = ({ diagnostics }: Outcome<unknown>) =>
  diagnostics.map(({ code, file, line, column }) => [code, file, line, column]);

const LIGHT = "vec4 light() { return vec4(1.0); }\n";

test("a file beside the source, above it and in another package", async (t) => {
  const { variants } = await shaderOf(
    `#include "light.glsl"\n#include "../common.glsl"\n#include "core:a/b.glsl"\n${STAGES}`,
    {
      "demo:shaders/light.glsl": LIGHT,
      "demo:common.glsl": "const float shared1 = 1.0;\n",
      "core:a/b.glsl": '#include "c.glsl"\n',
      "core:a/c.glsl": "const float deep = 2.0;\n",
    },
  );
  const fragment = variants[0]?.fragment ?? "";
  for (const part of ["light()", "shared1 = 1.0", "deep = 2.0"]) t.true(fragment.includes(part));
  t.false(fragment.includes("#include"));
});

test("an error in an included file stands there, with the way to it", async (t) => {
  const outcome = await compile(`// a comment\n#include "a.glsl"\n${STAGES}`, {
    "demo:shaders/a.glsl": '\n#include "b.glsl"\n',
    "demo:shaders/b.glsl": "vec4 light() {\n  return vec3(1.0);\n}\n",
  });
  t.deepEqual(places(outcome), [["AS3001", "disk/demo/shaders/b.glsl", 2, 3]]);
  t.deepEqual(
    outcome.diagnostics[0]?.related?.map(({ file, line, message }) => [file, line, message]),
    [
      ["disk/demo/shaders/a.glsl", 2, "it is included from here"],
      ["disk/demo/shaders/main.glsl", 2, "it is included from here"],
    ],
  );
});

test("lines behind an include are the user's", async (t) => {
  const outcome = await compile(
    `#include "light.glsl"\n\n${STAGES.replace("light()", "lihgt()")}`,
    {
      "demo:shaders/light.glsl": `${LIGHT}\n\n\n`,
    },
  );
  const [problem] = outcome.diagnostics;
  t.deepEqual([problem?.file, problem?.line], ["disk/demo/shaders/main.glsl", 9]);
});

test("`#pragma once` and guards keep a file from being there twice, stage by stage", async (t) => {
  for (const text of [`#pragma once\n${LIGHT}`, `#ifndef LIGHT\n#define LIGHT\n${LIGHT}#endif\n`]) {
    const twice = `#include "light.glsl"\n#include "more.glsl"\n${STAGES}`;
    const more = '#include "light.glsl"\n';
    const files = { "demo:shaders/light.glsl": text, "demo:shaders/more.glsl": more };
    t.deepEqual((await compile(twice, files)).diagnostics, []);
  }
  // Each stage has its own include of it; neither may rob the other.
  const apart = STAGES.replace("#ifdef VERTEX\n", '#ifdef VERTEX\n#include "light.glsl"\n').replace(
    "#ifdef FRAGMENT\n",
    '#ifdef FRAGMENT\n#include "light.glsl"\n',
  );
  const files = { "demo:shaders/light.glsl": `#pragma once\n${LIGHT}` };
  t.deepEqual((await compile(apart, files)).diagnostics, []);
});

test("a circle is named in full, with its edges", async (t) => {
  const { diagnostics } = await compile(`#include "a.glsl"\n${STAGES}`, {
    "demo:shaders/a.glsl": '#include "b.glsl"\n',
    "demo:shaders/b.glsl": '\n#include "a.glsl"\n',
  });
  const [problem] = diagnostics as [Diagnostic];
  t.is(problem.code, "AS3017");
  t.is(
    problem.message,
    "Files include each other in a circle: demo:shaders/a.glsl -> demo:shaders/b.glsl -> demo:shaders/a.glsl",
  );
  t.deepEqual([problem.file, problem.line], ["disk/demo/shaders/b.glsl", 2]);
  t.deepEqual(
    problem.related?.map(({ file }) => file),
    ["disk/demo/shaders/a.glsl"],
  );
});

test("a file that is not declared, leaves its package, or is misspelt", async (t) => {
  const hint = async (include: string): Promise<string | undefined> =>
    (await compile(`#include "${include}"\n${STAGES}`, { "demo:shaders/light.glsl": LIGHT }))
      .diagnostics[0]?.hint;
  t.is(await hint("ligth.glsl"), "Did you mean `demo:shaders/light.glsl`?");
  t.regex((await hint("fog/mist.glsl")) ?? "", /Add `<include>shaders\/fog\/mist.glsl<\/include>`/);
  t.regex((await hint("core:x.glsl")) ?? "", /Add `<include>core:x.glsl<\/include>`/);
  const outside = await compile(`#include "../../../x.glsl"\n${STAGES}`, {});
  t.deepEqual(places(outside), [["AS3016", "disk/demo/shaders/main.glsl", 1, 1]]);
  t.deepEqual(places(await compile(`#include <light>\n${STAGES}`, {})), [
    ["AS3015", "disk/demo/shaders/main.glsl", 1, 1],
  ]);
});

test("includes that double each time end at a limit", async (t) => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [
      `demo:shaders/${at}.glsl`,
      `// ${"long ".repeat(100)}\n`.concat(`#include "${at + 1}.glsl"\n`.repeat(2)),
    ]),
  );
  const { diagnostics } = await compile(`#include "0.glsl"\n${STAGES}`, {
    ...files,
    "demo:shaders/40.glsl": LIGHT,
  });
  t.is(diagnostics[0]?.code, "AS3018");
  t.is(diagnostics.length, 1);
});

test("the action takes the files it is given, by name", async (t) => {
  const files = new Map<string, string>([
    [
      "main.json",
      '{"kind":"shader","package":"demo","id":"S","source":"s/main.glsl","includes":["core:l.glsl"],"variants":{"axes":[],"sets":[]}}',
    ],
    ["x/main.glsl", `#include "core:l.glsl"\n${STAGES}`],
    ["y/l.glsl", "vec4 light() { return vec3(1.0); }\n"],
  ]);
  const line =
    "shader --definition main.json --source x/main.glsl --include core:l.glsl=y/l.glsl --out o";
  const { output } = await runAssetAction(line.split(" "), {
    read: (path) => {
      const text = files.get(path);
      return text === undefined ? undefined : Buffer.from(text);
    },
    write: () => t.fail(),
  });
  t.regex(output, /^y\/l\.glsl:1:/);
  t.regex(output, /vec4 light\(\) \{ return vec3/);
});

test("damaged texts end in a diagnostic or a shader", async (t) => {
  let state = 5;
  const random = (limit: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const valid = `#include "a.glsl"\n/* c */ #include "b.glsl"\n${STAGES}`;
  const parts = [
    '#include "a.glsl"\n',
    '#include "',
    "#line 3 9\n",
    "#pragma once\n",
    "/*",
    '"',
    "\\\n",
    "//@ range 1",
  ];
  for (let round = 0; round < 2000 * Number(process.env["FUZZ_FACTOR"] ?? "1"); round++) {
    let text = valid;
    for (let edit = random(4); edit >= 0; edit--) {
      const at = random(text.length);
      const part = random(2) === 0 ? (parts[random(parts.length)] as string) : "";
      text = text.slice(0, at) + part + text.slice(at + random(5));
    }
    const file = { file: "main", bytes: Buffer.from(text) };
    const includes = new Map(["a", "b"].map((name) => [`demo:${name}.glsl`, file]));
    const { text: whole } = expandIncludes(file, "demo:main.glsl", includes);
    tokenize(whole);
  }
  t.pass();
});
