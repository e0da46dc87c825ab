// What the renderer gives to every shader (docs/render_commands.md).
#pragma once

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
    vec4 region; // of the texture: left, top, width, height
};
