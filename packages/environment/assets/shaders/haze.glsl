// Air between the eye and what is far away.
#pragma once

/** What is left of a color that is seen through air `haze` metres of which take most of it, before the sky behind. */
vec3 throughHaze(vec3 color, samplerCube sky, vec3 fromEye, float haze) {
    float away = length(fromEye);
    // The sky where it meets the ground.
    vec3 horizon = textureLod(sky, vec3(fromEye.x, 0.02 * away, fromEye.z), 0.0).rgb;
    float share = 1.0 - exp(-away * away / (haze * haze));
    return mix(color, horizon, share);
}
