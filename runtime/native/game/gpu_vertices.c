#include "gpu_vertices.h"

#include <math.h>
#include <string.h>

static const double OCTAHEDRAL_MAX = 2047;

GpuFormat gpu_format(uint32_t format) {
  switch (format) {
    case FPKG_VERTEX_FORMAT_FLOAT32X2: return (GpuFormat){2, GL_FLOAT, 2, 8, false, false};
    case FPKG_VERTEX_FORMAT_FLOAT32X3: return (GpuFormat){3, GL_FLOAT, 3, 12, false, false};
    case FPKG_VERTEX_FORMAT_FLOAT32X4: return (GpuFormat){4, GL_FLOAT, 4, 16, false, false};
    case FPKG_VERTEX_FORMAT_UNORM16X2: return (GpuFormat){2, GL_UNSIGNED_SHORT, 1, 4, true, false};
    case FPKG_VERTEX_FORMAT_UNORM16X3: return (GpuFormat){3, GL_FLOAT, 3, 8, false, false};
    case FPKG_VERTEX_FORMAT_SNORM16X3: return (GpuFormat){3, GL_FLOAT, 3, 8, false, false};
    case FPKG_VERTEX_FORMAT_OCTAHEDRAL: return (GpuFormat){4, GL_INT_2_10_10_10_REV, 1, 4, true, false};
    case FPKG_VERTEX_FORMAT_OCTAHEDRAL_SIGNED: return (GpuFormat){4, GL_INT_2_10_10_10_REV, 1, 4, true, false};
    case FPKG_VERTEX_FORMAT_UNORM8X4: return (GpuFormat){4, GL_UNSIGNED_BYTE, 1, 4, true, false};
    case FPKG_VERTEX_FORMAT_UINT8X4: return (GpuFormat){4, GL_UNSIGNED_BYTE, 1, 4, false, true};
    case FPKG_VERTEX_FORMAT_UINT16X4: return (GpuFormat){4, GL_UNSIGNED_SHORT, 2, 8, false, true};
    default: return (GpuFormat){0, 0, 0, 0, false, false};
  }
}

static uint32_t ten_bits(double value) {
  return (uint32_t)(int32_t)floor(value * 511 + 0.5) & 1023;
}

/** A unit vector from octahedral coordinates (Meyer et al. 2010) to 10 bits a component; w is the handedness, or 0. */
static uint32_t pack_unit_vector(int16_t octahedral_x, int16_t octahedral_y, bool is_signed) {
  uint32_t w = is_signed ? (octahedral_y & 1 ? 3 : 1) : 0;
  double x = octahedral_x / OCTAHEDRAL_MAX;
  double y = (is_signed ? octahedral_y >> 1 : octahedral_y) / OCTAHEDRAL_MAX;
  double z = 1 - fabs(x) - fabs(y);
  // Below the equator the corners of the square are folded down.
  double fold = z < 0 ? -z : 0;
  x += x >= 0 ? -fold : fold;
  y += y >= 0 ? -fold : fold;
  double length = sqrt(x * x + y * y + z * z);
  return w << 30 | ten_bits(z / length) << 20 | ten_bits(y / length) << 10 | ten_bits(x / length);
}

void gpu_unpack(const FpkgMeshAttribute *attribute, const uint8_t *from, uint32_t from_stride, uint8_t *to, uint32_t to_stride, uint32_t count) {
  double scale = attribute->scale;
  uint32_t words = gpu_format(attribute->format).words;
  for (uint32_t vertex = 0; vertex < count; vertex++, from += from_stride, to += to_stride) {
    float place[3];
    uint16_t steps[3];
    int16_t signed_steps[3];
    uint32_t packed;
    switch (attribute->format) {
      case FPKG_VERTEX_FORMAT_UNORM16X3:
        memcpy(steps, from, sizeof steps);
        for (int axis = 0; axis < 3; axis++) place[axis] = (float)(attribute->origin[axis] + scale * steps[axis]);
        memcpy(to, place, sizeof place);
        break;
      case FPKG_VERTEX_FORMAT_SNORM16X3:
        memcpy(signed_steps, from, sizeof signed_steps);
        for (int axis = 0; axis < 3; axis++) place[axis] = (float)(scale * signed_steps[axis]);
        memcpy(to, place, sizeof place);
        break;
      case FPKG_VERTEX_FORMAT_OCTAHEDRAL:
      case FPKG_VERTEX_FORMAT_OCTAHEDRAL_SIGNED:
        memcpy(signed_steps, from, 2 * sizeof *signed_steps);
        packed = pack_unit_vector(signed_steps[0], signed_steps[1], attribute->format == FPKG_VERTEX_FORMAT_OCTAHEDRAL_SIGNED);
        memcpy(to, &packed, sizeof packed);
        break;
      default: memcpy(to, from, words * sizeof(uint32_t));
    }
  }
}
