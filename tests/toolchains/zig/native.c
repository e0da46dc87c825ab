#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

#include "wide.h"

static void *set_to_forty_two(void *value) {
  *(int *)value = 42;
  return value;
}

/* Touches each library of the sysroot: math, threads, clock, dlopen and the run-time library. */
int main(int argc, char **argv) {
  (void)argv;
  void *library = dlopen("libm.so.6", RTLD_NOW);
  if (!library) {
    puts(dlerror());
    return 1;
  }
  double (*cosine)(double) = (double (*)(double))dlsym(library, "cos");
  pthread_t thread;
  int value = 0;
  pthread_create(&thread, NULL, set_to_forty_two, &value);
  pthread_join(thread, NULL);
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  printf("cos %g pow %g thread %d wide %lld\n", cosine(0), pow(argc + 1, 3), value, wide_divide(argc, 1000000007, 3));
  return 0;
}
