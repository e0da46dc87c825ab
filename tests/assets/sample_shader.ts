/** A shader that uses every part of the renderer's contract, for tests of shaders and materials. */
export const SAMPLE_SHADER = `layout(std140) uniform Frame {
    mat4 viewProjection;
    vec4 cameraPosition;
};
layout(std140) uniform Object {
    mat4 model;
    mat4 normalMatrix;
};
layout(std140) uniform Material {
    vec4 albedo;
    float weights[3];
    mat3 turn;
    vec3 tint;
    float roughness;
    int count;
    bool lit;
};

#ifdef VERTEX
in vec3 position;
in vec2 uv;
out vec2 surfaceUv;
void main() {
    surfaceUv = uv;
    gl_Position = viewProjection * model * vec4(position, float(gl_VertexID) * 0.0 + 1.0);
}
#endif

#ifdef FRAGMENT
uniform sampler2D detailMap;
uniform sampler2D albedoMap;
in vec2 surfaceUv;
out vec4 color;
void main() {
    vec4 base = texture(albedoMap, surfaceUv) + texture(detailMap, surfaceUv);
    color = base * albedo * weights[1] + vec4(turn * tint, roughness) * float(count) + (lit ? 1.0 : 0.0);
}
#endif
`;
