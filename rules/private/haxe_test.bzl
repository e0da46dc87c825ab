"""`haxe_test`: a Haxe program that tests something, run in every mode."""

load("//toolchains/node:toolchain.bzl", "NODE_RUNTIME_TOOLCHAIN", "NODE_TOOLCHAIN")
load("//toolchains/test:launcher.bzl", "node_launcher", "runfiles_path")
load("//toolchains/worker:node_tool.bzl", "NodeToolInfo")
load("//toolchains/zig:actions.bzl", "ZIG_ATTRS")
load("//toolchains/zig:toolchain.bzl", "ZIG_TOOLCHAINS")
load("//toolchains/zig:zig_sysroot.bzl", "ZigSysrootInfo")
load(":c_objects.bzl", "CObjectsInfo")
load(":haxe_compile.bzl", "compile_haxe")
load(":haxe_library.bzl", "HAXE_ATTRS", "STD_ATTRS", "source_root")
load(":program_files.bzl", "compile_wasm", "link_program", "program_manifest")
load(":ship_native.bzl", "link_native")

MODES = ["interpreter", "jit", "wasm", "native"]

_TestProgramInfo = provider(
    doc = "A test program, compiled for every mode.",
    fields = {
        "files": "A depset of Files: what `manifest` names.",
        "manifest": "File: program.json, for the modes that run in Node.",
        "native": "File: the executable.",
    },
)

def _test_program_impl(ctx):
    haxe, _ = compile_haxe(
        ctx,
        sources = ctx.files.srcs,
        roots = [source_root(ctx)],
        deps = [ctx.attr._std] + ctx.attr.deps,
        defines = ctx.attr.defines,
        resources = ctx.attr.resources,
    )
    entry = link_program(ctx, haxe.ir, ctx.attr.main).file
    wasm = compile_wasm(
        ctx,
        ir = haxe.ir,
        entry = ctx.attr.main,
        runtime = ctx.file._wasm_runtime,
        optimize = 1,
    )
    native = ctx.actions.declare_file(ctx.label.name + ".native")
    link_native(
        ctx,
        ir = haxe.ir,
        entry = ctx.attr.main,
        runtime = [runtime[CObjectsInfo] for runtime in ctx.attr._native_runtime],
        sysroot = ctx.attr._sysroot[ZigSysrootInfo],
        output = native,
    )
    manifest = ctx.actions.declare_file(ctx.label.name + ".program.json")

    # Paths from the runfiles folder, which the launcher gives as --root.
    ctx.actions.write(manifest, json.encode_indent(program_manifest(
        title = ctx.label.name,
        entry = entry,
        haxe = haxe,
        wasm = wasm,
        path = lambda file: runfiles_path(ctx, file),
    )) + "\n")
    files = depset([manifest, entry, wasm], transitive = [haxe.bytecode, haxe.javascript, haxe.manifests])
    return [
        DefaultInfo(files = files),
        _TestProgramInfo(manifest = manifest, files = files, native = native),
    ]

_test_program = rule(
    implementation = _test_program_impl,
    attrs = HAXE_ATTRS | STD_ATTRS | ZIG_ATTRS | {
        "main": attr.string(mandatory = True),
        "_native_runtime": attr.label_list(
            default = [
                "//runtime/native:runtime_linux_x64",
                "//runtime/native:program_linux_x64",
            ],
            providers = [CObjectsInfo],
        ),
        "_sysroot": attr.label(
            default = "//toolchains/zig:x86_64_linux_gnu",
            cfg = "exec",
            providers = [ZigSysrootInfo],
        ),
        "_wasm_runtime": attr.label(
            default = "//runtime/native:runtime_wasm",
            allow_single_file = True,
        ),
    },
    doc = "A test program, compiled for every mode.",
    toolchains = [NODE_TOOLCHAIN] + ZIG_TOOLCHAINS,
)

def _mode_test_impl(ctx):
    compiled = ctx.attr.compiled[_TestProgramInfo]
    if ctx.attr.mode == "native":
        executable = ctx.actions.declare_file(ctx.label.name)
        ctx.actions.symlink(output = executable, target_file = compiled.native, is_executable = True)
        return [DefaultInfo(executable = executable)]
    host = ctx.attr._host[NodeToolInfo]
    launcher = node_launcher(
        ctx,
        script = host.script,
        path_arguments = {"--program": runfiles_path(ctx, compiled.manifest), "--root": ""},
        arguments = ["--mode", ctx.attr.mode],
    )
    runfiles = launcher.runfiles.merge(ctx.runfiles(transitive_files = depset(transitive = [compiled.files, host.files])))
    return [DefaultInfo(executable = launcher.executable, runfiles = runfiles)]

_mode_test = rule(
    implementation = _mode_test_impl,
    attrs = {
        "compiled": attr.label(
            mandatory = True,
            providers = [_TestProgramInfo],
        ),
        "mode": attr.string(
            mandatory = True,
            values = MODES,
        ),
        "_host": attr.label(
            default = "//runtime:headless",
            providers = [NodeToolInfo],
        ),
    },
    doc = "A test program in one mode.",
    test = True,
    toolchains = [NODE_RUNTIME_TOOLCHAIN],
)

def haxe_test(name, srcs, main, deps = [], root = "test", defines = {}, resources = {}, size = "small", tags = [], modes = MODES, **kwargs):
    """Declares a test: the program `main` of the sources, in every mode. It fails where it throws or exits with a status.

    Args:
      name: name of the suite; the test of one mode is `NAME_MODE`.
      srcs: Haxe modules.
      main: path of the class whose `main` tests.
      deps: libraries that are tested, and those that help.
      root: the folder in this package that module paths start from.
      defines: flags for `#if`.
      resources: files that the program carries, with the name under which `haxe.Resource` gives each.
      size: how long a mode's test may take, as for any test of Bazel.
      tags: as for any test of Bazel.
      modes: which of "interpreter", "jit", "wasm" and "native" to run.
      **kwargs: further attributes of the tests.
    """
    compiled = name + ".compiled"
    _test_program(
        name = compiled,
        srcs = srcs,
        main = main,
        deps = deps,
        root = root,
        defines = defines,
        resources = resources,
        tags = ["manual"],
    )
    for mode in modes:
        _mode_test(
            name = "{}_{}".format(name, mode),
            compiled = compiled,
            mode = mode,
            size = size,
            tags = tags,
            **kwargs
        )
    native.test_suite(
        name = name,
        tests = ["{}_{}".format(name, mode) for mode in modes],
        tags = ["manual"],
    )
