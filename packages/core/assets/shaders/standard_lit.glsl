// One directional light and light from all around, on a textured surface. Computed in linear light; the result is
// encoded to sRGB here, since the picture's pixels are plain bytes.

#include "frame.glsl"

layout(std140) uniform Material {
    vec4 albedo; //@ range 0 1, default 1 1 1 1
    vec2 tiling; //@ default 1 1
    float metallic; //@ range 0 1
    float roughness; //@ range 0 1, default 0.5
    float emission; //@ range 0 16
};

#ifdef VERTEX
in vec3 position;
in vec3 normal;
in vec4 tangent;
in vec2 uv;

out vec3 worldPosition;
out vec3 worldNormal;
out vec2 surfaceUv;

void main() {
    vec4 world = model * vec4(position, 1.0);
    worldPosition = world.xyz;
    worldNormal = mat3(normalMatrix) * normal;
    surfaceUv = uv * tiling;
    gl_Position = viewProjection * world;
}
#endif

#ifdef FRAGMENT
uniform sampler2D albedoMap; //@ color

in vec3 worldPosition;
in vec3 worldNormal;
in vec2 surfaceUv;

out vec4 fragment;

#include "srgb.glsl"

void main() {
    vec4 base = texture(albedoMap, surfaceUv) * albedo;
    vec3 n = normalize(worldNormal);
    vec3 toLight = -lightDirection.xyz;
    vec3 toEye = normalize(cameraPosition.xyz - worldPosition);
    vec3 halfway = normalize(toLight + toEye);

    float diffuse = max(dot(n, toLight), 0.0);
    float gloss = 1.0 - roughness;
    float shininess = exp2(1.0 + gloss * 9.0);
#ifdef MATTE
    float highlight = 0.0;
#else
    float highlight = pow(max(dot(n, halfway), 0.0), shininess) * gloss * step(0.0, dot(n, toLight));
#endif

    vec3 reflected = mix(vec3(0.04), base.rgb, metallic);
    vec3 matte = base.rgb * (1.0 - metallic);
    vec3 light = matte * (ambientColor.rgb + lightColor.rgb * diffuse)
        + reflected * (ambientColor.rgb + lightColor.rgb * highlight)
        + base.rgb * emission;
    fragment = vec4(encodeSrgb(min(light, vec3(1.0))), base.a);
}
#endif
