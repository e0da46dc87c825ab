"""`wasm_module`: AssemblyScript sources to one WebAssembly module."""

load("//toolchains/node:toolchain.bzl", "NODE_TOOLCHAIN")
load("//toolchains/typescript:node_script.bzl", "run_script")
load("//toolchains/typescript:providers.bzl", "path_in_repository")

def _wasm_module_impl(ctx):
    output = ctx.actions.declare_file(ctx.attr.out)
    args = ctx.actions.args()
    args.add_all("--assemblyscript", ctx.files._assemblyscript, expand_directories = False)
    args.add("--entry", path_in_repository(ctx.file.entry_point))
    args.add("--out", output)
    args.add_all(ctx.files.srcs, before_each = "--file", map_each = _file_argument)
    run_script(
        ctx,
        scripts = ctx.files._scripts,
        main = "asc_main.ts",
        args = args,
        inputs = depset(ctx.files.srcs + ctx.files._assemblyscript),
        outputs = [output],
        mnemonic = "AssemblyScript",
        progress_message = "Compiling AssemblyScript %{label}",
    )
    return [DefaultInfo(files = depset([output]))]

def _file_argument(file):
    return "{}={}".format(path_in_repository(file), file.path)

wasm_module = rule(
    implementation = _wasm_module_impl,
    attrs = {
        "entry_point": attr.label(
            doc = "The source whose exports are the module's.",
            allow_single_file = [".ts"],
            mandatory = True,
        ),
        "out": attr.string(
            doc = "Path of the module in the package, ending in `.wasm`.",
            mandatory = True,
        ),
        "srcs": attr.label_list(
            doc = "All sources, the entry point among them.",
            allow_files = [".ts"],
            mandatory = True,
        ),
        "_assemblyscript": attr.label(
            default = "@npm//:assemblyscript",
            cfg = "exec",
        ),
        "_scripts": attr.label(
            default = "//toolchains/assemblyscript:scripts",
            allow_files = True,
        ),
    },
    doc = "Compiles AssemblyScript, optimised, with SIMD and without a collector.",
    toolchains = [NODE_TOOLCHAIN],
)
