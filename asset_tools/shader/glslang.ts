/** The only module that knows @webgpu/glslang: GLSL text to SPIR-V, or the compiler's own words on what is wrong. */
import { createRequire } from "node:module";

export type Stage = "vertex" | "fragment";

/** SPIR-V words, or the lines that glslang printed. */
export type GlslangResult = { readonly spirv: Uint32Array } | { readonly log: readonly string[] };

interface Glslang {
  then: (ready: (module: Glslang) => void) => void;
  compileGLSL(glsl: string, stage: Stage, debug: boolean): Uint32Array;
}

type GlslangFactory = (options: {
  readonly print: (text: string) => void;
  readonly printErr: (text: string) => void;
}) => Glslang;

/** What the exception for a broken shader says. */
const REFUSAL = "GLSL compilation failed";

const log: string[] = [];
let loading: Promise<Glslang["compileGLSL"]> | undefined;

/** Compiles `glsl`, a complete ES 3.10 text. */
export async function runGlslang(glsl: string, stage: Stage): Promise<GlslangResult> {
  loading ??= load();
  const compile = await loading;
  log.length = 0;
  try {
    return { spirv: compile(glsl, stage, false) };
  } catch (error) {
    // The exception says only that it failed; the reasons were printed.
    const isRefusal = error instanceof Error && error.message === REFUSAL;
    // Any other one leaves the module in no known state: the next shader gets a new one.
    if (!isRefusal) loading = undefined;
    return { log: log.flatMap((text) => text.split("\n")) };
  }
}

function load(): Promise<Glslang["compileGLSL"]> {
  // The package is CommonJS whose type declarations claim an ES default export.
  const factory = createRequire(import.meta.url)("@webgpu/glslang") as GlslangFactory;
  const print = (text: string): void => {
    log.push(text);
  };
  const module = factory({ print, printErr: print });
  // Its `then` is not a promise's and resolves to itself for ever, so the module itself is never awaited.
  return new Promise((resolve) => {
    module.then(({ compileGLSL }) => resolve(compileGLSL));
  });
}
