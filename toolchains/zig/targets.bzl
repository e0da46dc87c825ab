"""The targets that C is compiled for: Zig's name of each, which headers it has and how it is linked."""

ZIG_TARGETS = {
    # Any Linux desktop since 2012: windows, input and OpenGL come from the machine's own libraries by dlopen.
    "x86_64_linux_gnu": struct(
        triple = "x86_64-linux-gnu.2.17",
        headers = [
            "include",
            "libc/include/generic-glibc",
            "libc/include/x86-linux-gnu",
            "libc/include/x86-linux-any",
            "libc/include/any-linux-any",
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
        headers = ["include"],
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
