// The sky: a colour at the horizon, another overhead, on a sphere around the camera that nothing is behind.

#include "core:assets/shaders/frame.glsl"

layout(std140) uniform Material {
    vec4 zenith;
    vec4 horizon;
};

#ifdef VERTEX
in vec3 position;
in vec3 normal;
in vec4 tangent;
in vec2 uv;

out vec3 direction;

void main() {
    direction = position;
    vec4 clip = viewProjection * vec4(cameraPosition.xyz + position * 10.0, 1.0);
    gl_Position = clip.xyww;
}
#endif

#ifdef FRAGMENT
in vec3 direction;

out vec4 fragment;

#include "core:assets/shaders/srgb.glsl"

void main() {
    float height = clamp(normalize(direction).y, 0.0, 1.0);
    vec3 air = mix(horizon.rgb, zenith.rgb, sqrt(height));
    float sun = pow(max(dot(normalize(direction), -lightDirection.xyz), 0.0), 400.0);
    fragment = vec4(encodeSrgb(min(air + lightColor.rgb * sun, vec3(1.0))), 1.0);
}
#endif
