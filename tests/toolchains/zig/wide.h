/* Divides a product that does not fit 64 bits, which takes the compiler's run-time library. */
long long wide_divide(long long left, long long right, long long divisor);
