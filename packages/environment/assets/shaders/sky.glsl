// The sky: the six sides of a cube around the camera that nothing is behind, and the sun where the light comes from.

#include "core:assets/shaders/frame.glsl"

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
uniform samplerCube sky; //@ color

in vec3 direction;

out vec4 fragment;

#include "core:assets/shaders/srgb.glsl"

void main() {
    vec3 air = texture(sky, direction).rgb;
    float towardsSun = max(dot(normalize(direction), -lightDirection.xyz), 0.0);
    float sun = pow(towardsSun, 1500.0) * 3.0 + pow(towardsSun, 60.0) * 0.25;
    fragment = vec4(encodeSrgb(min(air + lightColor.rgb * sun, vec3(1.0))), 1.0);
}
#endif
