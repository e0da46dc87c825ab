import { decodeShader } from "#asset_tools/fpkg/shader_blob.ts";

/** A linked program; its blocks and samplers are bound to the places the blob names. */
export type GpuShader = WebGLProgram;

/** Compiles and links one variant of a shader blob. Throws with the driver's log. */
export function createShader(
  gl: WebGL2RenderingContext,
  bytes: Uint8Array,
  row: number,
): GpuShader {
  const shader = decodeShader(bytes);
  const variant = shader.variants[row];
  if (variant === undefined) throw new Error(`Shader has no variant ${row}`);
  const program = gl.createProgram();
  const stages = [
    compileStage(gl, gl.VERTEX_SHADER, variant.vertex),
    compileStage(gl, gl.FRAGMENT_SHADER, variant.fragment),
  ];
  for (const stage of stages) gl.attachShader(program, stage);
  for (const { name, location } of shader.attributes) {
    gl.bindAttribLocation(program, location, name);
  }
  gl.linkProgram(program);
  for (const stage of stages) gl.deleteShader(stage);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
    throw new Error(`Shader does not link: ${gl.getProgramInfoLog(program)}`);
  }
  for (const { name, binding } of shader.blocks) {
    const index = gl.getUniformBlockIndex(program, name);
    if (index !== gl.INVALID_INDEX) gl.uniformBlockBinding(program, index, binding);
  }
  gl.useProgram(program);
  shader.samplers.forEach(({ name }, unit) => {
    gl.uniform1i(gl.getUniformLocation(program, name), unit);
  });
  return program;
}

function compileStage(gl: WebGL2RenderingContext, type: number, text: string): WebGLShader {
  const stage = gl.createShader(type);
  if (stage === null) throw new Error("The WebGL context is lost");
  gl.shaderSource(stage, text);
  gl.compileShader(stage);
  if (!gl.getShaderParameter(stage, gl.COMPILE_STATUS)) {
    throw new Error(`Shader does not compile: ${gl.getShaderInfoLog(stage)}`);
  }
  return stage;
}
