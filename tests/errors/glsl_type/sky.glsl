// The sky: a colour at the horizon, another overhead, on a sphere around the camera that nothing is behind.

layout(std140) uniform Frame {
    mat4 viewProjection;
    vec4 cameraPosition;
    vec4 lightDirection;
    vec4 lightColor;
    vec4 ambientColor;
    vec4 time;
};

layout(std140) uniform Object {
    mat4 model;
    mat4 normalMatrix;
};

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

vec3 encodeSrgb(vec3 linear) {
    vec3 low = linear * 12.92;
    vec3 high = 1.055 * pow(max(linear, vec3(0.0031308)), vec3(1.0 / 2.4)) - 0.055;
    return mix(low, high, step(vec3(0.0031308), linear));
}

void main() {
    float height = clamp(normalize(direction).y, 0.0, 1.0);
    vec3 air = mix(horizon, zenith, sqrt(height));
    float sun = pow(max(dot(normalize(direction), -lightDirection.xyz), 0.0), 400.0);
    fragment = vec4(encodeSrgb(min(air + lightColor.rgb * sun, vec3(1.0))), 1.0);
}
#endif
