#include "wide.h"

long long wide_divide(long long left, long long right, long long divisor) {
  return (long long)((__int128)left * right / divisor);
}
