"""`zig_sysroot`: what programs of one target are compiled and linked with, built once.

Zig builds a target's C library and run-time library from source at the first link, into a cache. Left at that, every
link in a fresh sandbox would build them again (5 to 80 s). Here one action lets Zig do it and keeps the few files that
the linker asked for; after it, compiling and linking touch no cache (a link takes 15 ms).
"""

load("//toolchains/typescript:node_script.bzl", "run_script")
load(":targets.bzl", "ZIG_TARGETS")
load(":toolchain.bzl", "ZIG_TOOLCHAINS", "get_zig")

ZigSysrootInfo = provider(
    doc = "What programs of one target are compiled and linked with.",
    fields = {
        "files": "A folder: start files, C libraries and the run-time library.",
        "headers": "A folder: the target's headers and what they include, laid out as in Zig's library.",
        "target": "One of ZIG_TARGETS.",
    },
)

def _zig_sysroot_impl(ctx):
    toolchain = get_zig(ctx)
    target = ZIG_TARGETS[ctx.attr.target]
    headers = ctx.actions.declare_directory(ctx.label.name + "/headers")
    files = ctx.actions.declare_directory(ctx.label.name + "/files")
    args = ctx.actions.args()
    args.add("--zig", toolchain.zig)
    args.add("--library", toolchain.library)
    args.add("--target", target.triple)
    args.add_all(target.libc, before_each = "--libc")
    args.add_all(target.headers, before_each = "--header")
    args.add_all("--headers", [headers], expand_directories = False)
    args.add_all("--files", [files], expand_directories = False)
    args.add_all([
        name
        for name in target.before_objects + target.after_objects
        if not name.startswith("-")
    ])
    run_script(
        ctx,
        scripts = ctx.files._scripts,
        main = "sysroot_main.ts",
        args = args,
        inputs = depset([toolchain.zig, toolchain.library]),
        outputs = [headers, files],
        mnemonic = "ZigSysroot",
        progress_message = "Building the C library of {}".format(target.triple),
    )
    return [
        DefaultInfo(files = depset([headers, files])),
        ZigSysrootInfo(target = target, headers = headers, files = files),
    ]

zig_sysroot = rule(
    implementation = _zig_sysroot_impl,
    attrs = {
        "target": attr.string(
            doc = "What the programs are for.",
            mandatory = True,
            values = ZIG_TARGETS.keys(),
        ),
        "_scripts": attr.label(
            default = "//toolchains/zig:scripts",
            allow_files = True,
        ),
    },
    doc = "The headers and libraries of one target.",
    toolchains = ZIG_TOOLCHAINS,
)
