"""The targets that C is compiled for: Zig's name of each, which headers it has and how it is linked.

The headers are named one by one, and what they include comes with them. All that Zig has for Linux is 1,800 files, most
of them the kernel's, and putting those before each compiler run takes longer (0.2 to 3 s) than compiling does.
"""

# What C11 gives a program that has no operating system.
_FREESTANDING_HEADERS = [
    "float.h",
    "iso646.h",
    "limits.h",
    "stdalign.h",
    "stdarg.h",
    "stdatomic.h",
    "stdbool.h",
    "stddef.h",
    "stdint.h",
    "stdnoreturn.h",
]

_HOSTED_HEADERS = [
    "assert.h",
    "complex.h",
    "ctype.h",
    "errno.h",
    "fenv.h",
    "inttypes.h",
    "locale.h",
    "math.h",
    "setjmp.h",
    "signal.h",
    "stdio.h",
    "stdlib.h",
    "string.h",
    "tgmath.h",
    "time.h",
    "uchar.h",
    "wchar.h",
    "wctype.h",
]

_POSIX_HEADERS = [
    "arpa/inet.h",
    "dirent.h",
    "dlfcn.h",
    "fcntl.h",
    "glob.h",
    "netdb.h",
    "netinet/in.h",
    "netinet/tcp.h",
    "poll.h",
    "pthread.h",
    "pwd.h",
    "sched.h",
    "semaphore.h",
    "spawn.h",
    "strings.h",
    "sys/ioctl.h",
    "sys/mman.h",
    "sys/resource.h",
    "sys/select.h",
    "sys/socket.h",
    "sys/stat.h",
    "sys/time.h",
    "sys/types.h",
    "sys/uio.h",
    "sys/un.h",
    "sys/utsname.h",
    "sys/wait.h",
    "termios.h",
    "unistd.h",
]

_LINUX_HEADERS = [
    "execinfo.h",
    "link.h",
    "linux/input.h",
    "linux/joystick.h",
    "sys/epoll.h",
    "sys/eventfd.h",
    "sys/inotify.h",
    "sys/random.h",
    "sys/syscall.h",
    "sys/timerfd.h",
]

ZIG_TARGETS = {
    # Any Linux desktop since 2012: windows, input and OpenGL come from the machine's own libraries by dlopen.
    "x86_64_linux_gnu": struct(
        triple = "x86_64-linux-gnu.2.17",
        headers = _FREESTANDING_HEADERS + _HOSTED_HEADERS + _POSIX_HEADERS + _LINUX_HEADERS + ["immintrin.h"],
        # Parts of Zig's libc folder, which holds those of all targets in 175 MB.
        libc = [
            "glibc",
            "include/any-linux-any",
            "include/generic-glibc",
            "include/x86-linux-any",
            "include/x86-linux-gnu",
        ],
        linker = "ld.lld",
        link_flags = [
            "-m",
            "elf_x86_64",
            "--dynamic-linker",
            "/lib64/ld-linux-x86-64.so.2",
            "--image-base=16777216",
            "--eh-frame-hdr",
            "-znow",
            "--build-id=none",
            "--gc-sections",
            "--strip-all",
            "-O3",
        ],
        before_objects = ["crt1.o"],
        # Named only when used: a program that needs no threads does not ask for libpthread.
        after_objects = [
            "--as-needed",
            "libm.so.6",
            "libc.so.6",
            "libpthread.so.0",
            "libdl.so.2",
            "librt.so.1",
            "libc_nonshared.a",
            "libcompiler_rt.a",
        ],
    ),
    "wasm32": struct(
        triple = "wasm32-freestanding",
        headers = _FREESTANDING_HEADERS + ["wasm_simd128.h"],
        libc = [],
        linker = "wasm-ld",
        link_flags = [
            "--no-entry",
            "--stack-first",
            "--build-id=none",
            "--gc-sections",
            "--strip-all",
            "-O3",
        ],
        before_objects = [],
        after_objects = ["libcompiler_rt.a"],
    ),
}
