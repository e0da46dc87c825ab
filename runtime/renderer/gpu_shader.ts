import { decodeShader } from "#asset_tools/fpkg/shader_blob.ts";

/** A linked program; its blocks and samplers are bound to the places the blob names. */
export type GpuShader = WebGLProgram;

/** Compiles and links a shader blob. Throws with the driver's log. */
export function createShader(gl: WebGL2RenderingContext, bytes: Uint8Array): GpuShader {
  const shader = decodeShader(bytes);
  const program = gl.createProgram();
  const stages = [
    compileStage(gl, gl.VERTEX_SHADER, shader.vertex),
    compileStage(gl, gl.FRAGMENT_SHADER, shader.fragment),
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
