// One directional light and light from all around, on a textured surface. Computed in linear light; the result is
// encoded to sRGB here, since the picture's pixels are plain bytes.
//
// MATTE: without highlights. ALPHA_TEST: nothing where alpha is below it. SWAY: metres that the wind moves a point one
// metre above the ground. NORMAL_MAP: bumps. REFLECTION: mirrors its surroundings.

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
in vec4 color;

out vec3 worldPosition;
out vec3 worldNormal;
out vec2 surfaceUv;
out vec4 surfaceColor;
#ifdef NORMAL_MAP
out vec4 worldTangent;
#endif

void main() {
    vec4 world = model * vec4(position, 1.0);
#ifdef SWAY
    float phase = time.x * 2.0 + world.x * 0.7 + world.z * 0.4;
    world.xz += vec2(sin(phase), cos(phase * 0.7) * 0.6) * float(SWAY) * position.y * position.y;
#endif
    worldPosition = world.xyz;
    worldNormal = mat3(normalMatrix) * normal;
    surfaceUv = region.xy + uv * tiling * region.zw;
    surfaceColor = color;
#ifdef NORMAL_MAP
    worldTangent = vec4(mat3(model) * tangent.xyz, tangent.w);
#endif
    gl_Position = viewProjection * world;
}
#endif

#ifdef FRAGMENT
uniform sampler2D albedoMap; //@ color
#ifdef NORMAL_MAP
uniform sampler2D normalMap; //@ normal
#endif
#ifdef REFLECTION
uniform samplerCube surroundings; //@ color
#endif

in vec3 worldPosition;
in vec3 worldNormal;
in vec2 surfaceUv;
in vec4 surfaceColor;
#ifdef NORMAL_MAP
in vec4 worldTangent;
#endif

out vec4 fragment;

#include "srgb.glsl"

/** The surface's normal, bumps and all. */
vec3 surfaceNormal() {
    vec3 n = normalize(worldNormal);
#ifdef NORMAL_MAP
    vec2 slope = texture(normalMap, surfaceUv).xy * 2.0 - 1.0;
    vec3 bump = vec3(slope, sqrt(max(1.0 - dot(slope, slope), 0.0)));
    vec3 t = normalize(worldTangent.xyz);
    vec3 b = cross(n, t) * worldTangent.w;
    return normalize(mat3(t, b, n) * bump);
#else
    return n;
#endif
}

void main() {
    vec4 base = texture(albedoMap, surfaceUv) * albedo * surfaceColor;
#ifdef ALPHA_TEST
    if (base.a < float(ALPHA_TEST)) discard;
#endif
    vec3 n = surfaceNormal();
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
#ifdef REFLECTION
    // Schlick's approximation: grazing light is reflected whole.
    vec3 fresnel = reflected + (1.0 - reflected) * pow(1.0 - max(dot(n, toEye), 0.0), 5.0);
    vec3 around = textureLod(surroundings, reflect(-toEye, n), roughness * 6.0).rgb;
    vec3 mirrored = fresnel * around * gloss + reflected * lightColor.rgb * highlight;
#else
    vec3 mirrored = reflected * (ambientColor.rgb + lightColor.rgb * highlight);
#endif
    vec3 light = matte * (ambientColor.rgb + lightColor.rgb * diffuse) + mirrored + base.rgb * emission;
    fragment = vec4(encodeSrgb(min(light, vec3(1.0))), base.a);
}
#endif
