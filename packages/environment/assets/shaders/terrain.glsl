// Ground of several layers: a mask says which lies where, and near a border what stands out of a layer is seen first.

#include "core:assets/shaders/frame.glsl"

layout(std140) uniform Material {
    float repeats; //@ range 1 1000, default 48
    float haze; //@ range 1 10000, default 70
};

#ifdef VERTEX
in vec3 position;
in vec3 normal;
in vec4 tangent;
in vec2 uv;

out vec3 worldPosition;
out vec3 worldNormal;
out vec2 groundUv;

void main() {
    vec4 world = model * vec4(position, 1.0);
    worldPosition = world.xyz;
    worldNormal = mat3(normalMatrix) * normal;
    groundUv = uv;
    gl_Position = viewProjection * world;
}
#endif

#ifdef FRAGMENT
/** From 0, the first layer, to 1, the last. */
uniform sampler2D layerMask; //@ mask
uniform mediump sampler2DArray layers; //@ color
uniform samplerCube sky; //@ color

in vec3 worldPosition;
in vec3 worldNormal;
in vec2 groundUv;

out vec4 fragment;

#include "core:assets/shaders/srgb.glsl"
#include "haze.glsl"

/** The level whose texels are as large as pixels. Drivers may round theirs (OpenGL ES 3.0, 3.8.10.1); this one is the same everywhere. */
float levelOf(vec2 texel) {
    vec2 right = dFdx(texel);
    vec2 down = dFdy(texel);
    return 0.5 * log2(max(max(dot(right, right), dot(down, down)), 1e-8));
}

void main() {
    float last = float(textureSize(layers, 0).z - 1);
    float place = texture(layerMask, groundUv).r * last;
    float lower = min(floor(place), last - 1.0);
    vec2 uv = groundUv * repeats;
    float level = levelOf(uv * vec2(textureSize(layers, 0).xy));
    vec3 below = textureLod(layers, vec3(uv, lower), level).rgb;
    vec3 above = textureLod(layers, vec3(uv, lower + 1.0), level).rgb;
    // Brighter texels stand out.
    float lead = (above.g - below.g) * 1.5;
    float share = smoothstep(0.3, 0.7, place - lower + lead * (place - lower) * (lower + 1.0 - place) * 4.0);
    vec3 base = mix(below, above, share);

    float diffuse = max(dot(normalize(worldNormal), -lightDirection.xyz), 0.0);
    vec3 light = base * (ambientColor.rgb + lightColor.rgb * diffuse);
    vec3 seen = throughHaze(light, sky, worldPosition - cameraPosition.xyz, haze);
    fragment = vec4(encodeSrgb(min(seen, vec3(1.0))), 1.0);
}
#endif
